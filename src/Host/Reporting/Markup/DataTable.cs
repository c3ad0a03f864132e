namespace Mpuc.Host.Reporting.Markup;

/// <summary>A table of a report: the words of a chart, or figures that need none.</summary>
internal sealed record DataTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<DataRow> Rows)
{
    /// <summary>How many columns, from the left, hold words; the others hold numbers and stand on the right.</summary>
    public int Words { get; init; } = 1;

    /// <summary>Writes it; the first cell of a row is the row's heading.</summary>
    /// <returns>The table, in a box of its own that scrolls.</returns>
    public Html ToHtml() => Html.Of(
        $"""
        <div class="scroll" tabindex="0" role="region" aria-label="{Caption}"><table><caption>{Caption}</caption>
        <thead><tr>{Columns.Select((name, place) => Html.Of($"<th scope=\"col\"{ClassOf(place)}>{name}</th>"))}</tr></thead>
        <tbody>{Rows.Select(RowToHtml)}</tbody></table></div>
        """);

    private Html RowToHtml(DataRow row) => Html.Of(
        $"<tr{(row.Class.Length == 0 ? Html.None : Html.Of($" class=\"{row.Class}\""))}>{row.Cells.Select(CellToHtml)}</tr>\n");

    private Html CellToHtml(Html cell, int place) => place == 0
        ? Html.Of($"<th scope=\"row\">{cell}</th>")
        : Html.Of($"<td{ClassOf(place)}>{cell}</td>");

    private Html ClassOf(int place) => place < Words ? Html.None : Html.Of($" class=\"number\"");
}

/// <summary>A row of a <see cref="DataTable"/>.</summary>
internal sealed record DataRow(params IReadOnlyList<Html> Cells)
{
    /// <summary>How it stands out: <c>lead</c>, <c>quoted</c> or not at all.</summary>
    public string Class { get; init; } = string.Empty;
}
