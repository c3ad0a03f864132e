namespace Mpuc.Host.Reporting.Pages;

/// <summary>
/// What the program carries for its reports: the page's style and script, and ECharts where it could be fetched when the program was built.
/// </summary>
/// <param name="Library">ECharts; null where it was not fetched.</param>
/// <param name="License">Its licence and notice; null with it.</param>
internal sealed record ReportAssets(string Style, string Script, string? Library, string? License)
{
    private const string Prefix = "report/";
    private static readonly string[] Scripts = ["theme.js", "lines.js", "bars.js", "matrix.js", "map.js", "page.js"];

    /// <summary>Reads what was built into the program.</summary>
    public static ReportAssets BuiltIn() => new(
        Read("report.css")!, string.Concat(Scripts.Select(name => Read(name) + "\n")), Read("echarts.min.js"), Read("echarts-license.txt"));

    private static string? Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream(Prefix + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
