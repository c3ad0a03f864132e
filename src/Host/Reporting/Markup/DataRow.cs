namespace Mpuc.Host.Reporting.Markup;

/// <summary>A row of a <see cref="DataTable"/>.</summary>
/// <param name="Cells">One cell per column.</param>
internal sealed record DataRow(params IReadOnlyList<Html> Cells)
{
    /// <summary>How it stands out: <c>lead</c>, <c>quoted</c> or not at all.</summary>
    public string Class { get; init; } = string.Empty;
}
