using System.Text.Json;
using System.Text.Json.Serialization;
using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Charts;

/// <summary>A chart with its title, what to read from it, and the same in a table.</summary>
/// <param name="Summary">What the chart shows, for those who do not see it.</param>
internal sealed record Figure(string Id, string Title, string Summary, Chart Chart, DataTable Table, Html Caption)
{
    /// <summary>Writes it.</summary>
    public Html ToHtml(bool drawn) => drawn
        ? Html.Of(
            $"""
            <figure id="{Id}" data-file="{Id}">
            <div class="figure-head"><h3>{Title}</h3><div class="tools">{Mode()}{Export("svg", "SVG")}{Export("png", "PNG")}</div></div>
            <ul class="legend" aria-label="Series of {Title}"></ul>
            <div class="chart" role="img" aria-label="{Summary} The table below holds the numbers."></div>
            <figcaption>{Caption}</figcaption>
            <details><summary>Table</summary>{Table.ToHtml()}</details>
            <script type="application/json">{ChartJson.Of(Chart)}</script>
            </figure>

            """)
        : Html.Of($"<figure id=\"{Id}\"><div class=\"figure-head\"><h3>{Title}</h3></div>{Table.ToHtml()}<figcaption>{Caption}</figcaption></figure>\n");

    private Html Mode() => Chart is MatrixChart
        ? Html.Of(
            $"""
            <button type="button" data-mode aria-pressed="false" aria-label="{Title}: show shares of each true class in place of counts">%</button>
            """)
        : Html.None;

    private Html Export(string extension, string name) => Html.Of(
        $"<button type=\"button\" data-export=\"{extension}\" aria-label=\"Save {Title} as {name}\">{name}</button>");
}

/// <summary>What a chart shows, as the page's script reads it.</summary>
internal abstract record Chart(string Kind);

/// <summary>Charts as JSON inside HTML.</summary>
internal static class ChartJson
{
    // The default encoder escapes <, > and &, so that no text ends the script element that holds it.
    private static readonly Lazy<JsonSerializerOptions> Options = new(() => new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>Writes a chart for a <c>script</c> element of the type <c>application/json</c>.</summary>
    public static Html Of(Chart chart) => Html.Trusted(JsonSerializer.Serialize(chart, chart.GetType(), Options.Value));
}

/// <summary>Counts by true and predicted class.</summary>
internal sealed record MatrixChart(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<int>> Counts) : Chart("matrix");
