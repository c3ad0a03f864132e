using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>
/// One HTML file that needs nothing besides: style, script, charts and data are inside. Its content security policy allows these two
/// scripts by their hashes and nothing else, no connection included.
/// </summary>
internal sealed record ReportPage(string Title, Html Kicker, Html Lede, IReadOnlyList<ReportSection> Sections, DateTimeOffset Made)
{
    /// <summary>Writes the file's content.</summary>
    public string ToHtml(ReportAssets assets) => Html.Of(
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy(assets)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Title} – Mpuc report</title>
        <style>{Html.Trusted(assets.Style)}</style>
        <noscript><style>.chart, .tools, .legend {"{"} display: none {"}"}</style></noscript>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the report</a>
        <i id="paper" class="light" hidden></i>
        <header class="masthead"><div><div class="kicker">{Kicker}</div><h1>{Title}</h1><p class="lede">{Lede}</p></div></header>
        <nav class="toc" aria-label="Sections"><ul>{Sections.Select(section => Html.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>"))}</ul></nav>
        <main id="main">
        {(assets.Library is null ? WithoutCharts() : Html.None)}
        {Sections.Select(section => section.ToHtml())}</main>
        {Footer(assets)}
        {(assets.Library is null ? Html.None : Scripts(assets))}
        </body>
        </html>

        """).ToString();

    private static Html Scripts(ReportAssets assets) => Html.Of(
        $"<script>{Html.Trusted(assets.Library!)}</script>\n<script>{Html.Trusted(assets.Script)}</script>");

    private static string Policy(ReportAssets assets)
    {
        var scripts = assets.Library is null ? "'none'" : $"{Hash(assets.Library)} {Hash(assets.Script)}";
        return $"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static Html WithoutCharts() => Html.Of(
        $"""
        <div class="notice"><p>This report has tables in place of charts: the program was built without ECharts, as npm could not be reached then.
        <code>eng/echarts</code> fetches it; the next <code>./mpuc report</code> draws.</p></div>
        """);

    private Html Footer(ReportAssets assets) => Html.Of(
        $"""
        <footer><hr><p>Made on {Made.ToString("d MMMM yyyy, HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture)} by mpuc {Version()}. The file needs no network and sends nothing anywhere.</p>
        {(assets.License is null ? Html.None : Html.Of($"<details><summary>Charts: Apache ECharts, Apache License 2.0</summary><pre>{assets.License}</pre></details>"))}
        </footer>
        """);

    private static string Version() =>
        typeof(ReportPage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
