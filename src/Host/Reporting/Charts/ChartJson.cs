using System.Text.Json;
using System.Text.Json.Serialization;
using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Charts;

/// <summary>Charts as JSON inside HTML.</summary>
internal static class ChartJson
{
    // The default encoder escapes <, > and &, so that no text ends the script element that holds it.
    private static readonly Lazy<JsonSerializerOptions> Options = new(() => new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>Writes a chart for a <c>script</c> element of the type <c>application/json</c>.</summary>
    /// <param name="chart">The chart; its numbers are finite.</param>
    /// <returns>JSON.</returns>
    public static Html Of(Chart chart) => Html.Trusted(JsonSerializer.Serialize(chart, chart.GetType(), Options.Value));
}
