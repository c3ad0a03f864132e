using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Tests.Reporting.Pages;

public sealed class ReportPageTests
{
    private static readonly ReportAssets Assets = new(
        ".chart { color: red }", "const page = 1 < 2;", "const echarts = {};", "NOTICE <of> the library");

    [Test]
    public void The_policy_allows_the_pages_own_scripts_by_their_hashes_and_nothing_else()
    {
        var page = Page().ToHtml(Assets);
        var policy = System.Net.WebUtility.HtmlDecode(Between(page, "Content-Security-Policy\" content=\"", "\"").Single());
        var scripts = Between(page, "<script>", "</script>").ToList();

        Assert.That(scripts, Is.EqualTo(new[] { Assets.Library, Assets.Script }));
        Assert.That(policy, Does.StartWith("default-src 'none'; script-src "));
        Assert.That(
            Between(policy, "script-src ", ";").Single().Split(' '),
            Is.EqualTo(scripts.Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'")));
        Assert.That(policy, Does.Not.Contain("connect-src").And.Not.Contain("http"));
    }

    [Test]
    public void Nothing_is_loaded_from_anywhere() =>
        Assert.That(
            Page().ToHtml(ReportAssets.BuiltIn() with { Library = null, License = null }),
            Does.Not.Match("(src|href)=\"(https?:)?//").And.Not.Contain("@import").And.Not.Contain("url("));

    [Test]
    public void The_librarys_licence_is_in_the_page() =>
        Assert.That(Page().ToHtml(Assets), Does.Contain("NOTICE &lt;of&gt; the library").And.Contain("Apache License 2.0"));

    [Test]
    public void Without_the_library_the_page_says_how_to_get_it_and_runs_nothing()
    {
        var page = Page().ToHtml(Assets with { Library = null, License = null });
        Assert.That(page, Does.Contain("eng/echarts").And.Contain("script-src &#x27;none&#x27;").And.Not.Contain("<script>"));
    }

    [Test]
    public void Titles_are_escaped_and_sections_listed()
    {
        var page = Page("<b>run</b>").ToHtml(Assets);
        Assert.That(page, Does.Contain("<title>&lt;b&gt;run&lt;/b&gt; – Mpuc report</title>").And.Not.Contain("<b>run"));
        Assert.That(
            page, Does.Contain("<a href=\"#first\">The first</a>").And.Contain("<section id=\"first\" aria-labelledby=\"first-title\">"));
    }

    [Test]
    public void The_built_in_script_draws_every_kind_of_chart()
    {
        var assets = ReportAssets.BuiltIn();
        foreach (var kind in new[] { "lines", "bars", "matrix", "map" })
        {
            Assert.That(assets.Script, Does.Contain($"Charts.{kind} = "));
        }

        Assert.That(assets.Script, Does.Not.Contain("innerHTML").And.Not.Contain("</script").And.Not.Contain("\r"));
        Assert.That(assets.Style, Does.Contain("prefers-color-scheme: dark").And.Contain("@media print"));
    }

    [Test]
    public void A_figure_has_a_description_a_table_and_both_exports()
    {
        var figure = new Figure(
            "loss", "Loss <x>", "It falls.", new LineChart("epoch", []), new DataTable("In numbers", ["epoch"], []), "A caption.");
        var (drawn, plain) = (figure.ToHtml(drawn: true).ToString(), figure.ToHtml(drawn: false).ToString());

        Assert.That(drawn, Does.Contain("role=\"img\" aria-label=\"It falls. The table below holds the numbers.\""));
        Assert.That(
            drawn, Does.Contain("aria-label=\"Save Loss &lt;x&gt; as SVG\"").And.Contain("as PNG").And.Contain("<summary>Table</summary>"));
        Assert.That(plain, Does.Contain("In numbers").And.Not.Contain("chart").And.Not.Contain("<details>"));
    }

    private static IEnumerable<string> Between(string text, string start, string end) =>
        text.Split(start).Skip(1).Select(part => part[..part.IndexOf(end, StringComparison.Ordinal)]);

    private static ReportPage Page(string title = "run") =>
        new(title, "Training run", "A lede.", [new ReportSection("first", "The first", "Intro.", Html.None)], DateTimeOffset.UnixEpoch);
}
