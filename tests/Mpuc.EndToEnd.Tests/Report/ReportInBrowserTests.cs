using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>The report as Chromium shows it, of a run whose classes, speakers and recordings have hostile names.</summary>
[Category("Slow")]
public sealed class ReportInBrowserTests
{
    private const string Hostile = "</script><img src=x onerror=hacked=1>'\"&{b}";

    private readonly TinySet _set = new();
    private Browser _browser = null!;
    private string _report = null!;

    [OneTimeSetUp]
    public void MakeReport()
    {
        _browser = Browser.Start();
        File.WriteAllText(
            _set.Manifest,
            File.ReadAllText(_set.Manifest)
                .Replace(",cheerful,", $",\"{Hostile.Replace("\"", "\"\"")}\",")
                .Replace(",ann,", $",\"ann {Hostile.Replace("\"", "\"\"")}\","));
        Assert.That(_set.Train("--set", "training.epochs=3", "--set", "data.split.validationFraction=0.3").ExitCode, Is.Zero);
        Assert.That(ProgramRun.Of("evaluate", _set.Output, "--json").ExitCode, Is.Zero);
        _report = _set["report.html"];
        Assert.That(ProgramRun.Of("report", _set.Output, "--output", _report).ExitCode, Is.Zero);
        if (!File.ReadAllText(_report).Contains("echarts", StringComparison.Ordinal))
        {
            Assert.Ignore("The program was built without ECharts (eng/echarts fetches it from npm).");
        }
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _browser?.Dispose();
        _set.Dispose();
    }

    [TestCase(1280, false, "screen")]
    [TestCase(1280, true, "screen")]
    [TestCase(375, false, "screen")]
    [TestCase(375, true, "screen")]
    [TestCase(800, true, "print")]
    public void Every_chart_is_drawn_without_a_complaint_and_the_page_is_no_wider_than_its_window(int width, bool dark, string medium)
    {
        _browser.Open(_report, width, dark, medium);
        Assert.Multiple(() =>
        {
            Assert.That(_browser.Complaints, Is.Empty);
            Assert.That(Number("document.querySelectorAll('figure .chart').length"), Is.GreaterThanOrEqualTo(12));
            Assert.That(
                Number(
                    "[...document.querySelectorAll('figure .chart')].filter(chart => chart.querySelectorAll('svg path').length < "
                        + "3).length"),
                Is.Zero);
            Assert.That(Number("document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0));
        });
    }

    [Test]
    public void Hostile_names_are_shown_and_never_run()
    {
        _browser.Open(_report);
        Assert.That(_browser.Evaluate("typeof hacked").GetValue<string>(), Is.EqualTo("undefined"));
        Assert.That(Number("document.querySelectorAll('img').length"), Is.Zero);
        Assert.That(_browser.Evaluate("document.body.textContent").GetValue<string>(), Does.Contain(Hostile));
    }

    [Test]
    public void A_tooltip_shows_hostile_names_as_text()
    {
        _browser.Open(_report);
        _browser.Evaluate(
            "echarts.getInstanceByDom(document.querySelector('#confusion .chart')).dispatchAction({ type: 'showTip', seriesIndex: 0, "
                + "dataIndex: 0 }); 1");
        Assert.That(_browser.Evaluate("document.querySelector('#confusion .tip').textContent").GetValue<string>(), Does.Contain(Hostile));
        Assert.That(Number("document.querySelectorAll('img').length"), Is.Zero);
    }

    [Test]
    public void Dark_screens_get_a_dark_page_and_paper_a_light_one()
    {
        Assert.That((Brightness(false, "screen"), Brightness(true, "screen"), Brightness(true, "print")), Is.EqualTo((true, false, true)));

        bool Brightness(bool dark, string medium)
        {
            _browser.Open(_report, 1280, dark, medium);
            return Number("Number(getComputedStyle(document.querySelector('figure')).backgroundColor.match(/\\d+/)[0])") > 128;
        }
    }

    [Test]
    public void Every_chart_is_saved_as_svg_and_png_with_its_title()
    {
        _browser.Open(_report, 375, dark: true);
        var saved = _browser.Evaluate(
            """
            (async () => {
              const saved = [];
              const blobs = new Map();
              const make = URL.createObjectURL;
              URL.createObjectURL = (blob) => { const url = make(blob); blobs.set(url, blob); return url; };
              HTMLAnchorElement.prototype.click = function () { saved.push([this.download, this.href]); };
              document.querySelectorAll("[data-export]").forEach((button) => button.click());
              return Promise.all(saved.map(async ([name, url]) => ({ name, text: blobs.has(url) ? await blobs.get(url).text() : url.slice(0, 30), size: url.length })));
            })()
            """).AsArray();

        var figures = Number("document.querySelectorAll('figure').length");
        Assert.That(saved, Has.Count.EqualTo(2 * figures));
        foreach (var file in saved)
        {
            var (name, text) = (file!["name"]!.GetValue<string>(), file["text"]!.GetValue<string>());
            if (name.EndsWith(".svg", StringComparison.Ordinal))
            {
                Assert.That(text, Does.StartWith("<svg width=\"900\"").And.Contain("<text").And.Contain("#ffffff"), name);
                System.Xml.Linq.XDocument.Parse(text);
            }
            else
            {
                Assert.That(text, Does.StartWith("data:image/png;base64,"), name);
                Assert.That(file["size"]!.GetValue<int>(), Is.GreaterThan(10_000), name);
            }
        }

        Assert.That(saved.Select(file => file!["name"]!.GetValue<string>()), Has.Member("loss.svg").And.Member("confusion.png"));
        Assert.That(_browser.Complaints, Is.Empty);
    }

    [Test]
    public void The_legend_switches_series_by_keyboard()
    {
        _browser.Open(_report);
        _browser.Evaluate("document.querySelector('#loss .legend button').focus(); 1");
        var before = Number("document.querySelectorAll('#loss .chart svg path').length");
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            _browser.Send(
                "Input.dispatchKeyEvent",
                new JsonObject { ["type"] = type, ["key"] = "Enter", ["code"] = "Enter", ["text"] = "\r", ["windowsVirtualKeyCode"] = 13 });
        }

        Assert.That(_browser.Evaluate("document.activeElement.getAttribute('aria-pressed')").GetValue<string>(), Is.EqualTo("false"));
        Assert.That(Number("document.querySelectorAll('#loss .chart svg path').length"), Is.LessThan(before));
    }

    [Test]
    public void Every_chart_is_described_and_has_its_numbers_in_a_table()
    {
        _browser.Open(_report);
        Assert.That(
            Number(
                "[...document.querySelectorAll('figure[data-file]')].filter(figure => "
                    + "!(figure.querySelector('.chart').getAttribute('aria-label').length > 30 && figure.querySelector('details table "
                    + "tbody tr') && figure.querySelector('h3').textContent)).length"),
            Is.Zero);
        Assert.That(
            Number("new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size - document.querySelectorAll('[id]').length"),
            Is.Zero,
            "an id is there twice");
    }

    [Test]
    public void It_prints()
    {
        _browser.Open(_report, 1280, dark: true);
        Assert.That(_browser.Print(), Has.Length.GreaterThan(20_000));
        Assert.That(_browser.Complaints, Is.Empty);
    }

    private int Number(string script) => (int)_browser.Evaluate(script).GetValue<double>();
}
