using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Tests.Reporting.Markup;

public sealed class HtmlTests
{
    private const string Hostile = "\"><script>alert('x')</script>&";

    [Test]
    public void A_text_in_a_template_is_escaped_in_elements_and_attributes() => Assert.That(
        Html.Of($"<p title=\"{Hostile}\">{Hostile}</p>").ToString(),
        Is.EqualTo("<p title=\"&quot;&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;\">&quot;&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;</p>"));

    [Test]
    public void A_template_in_a_template_is_escaped_once() =>
        Assert.That(
            Html.Of($"<ul>{new[] { "a<b", "c" }.Select(name => Html.Of($"<li>{name}</li>"))}</ul>").ToString(),
            Is.EqualTo("<ul><li>a&lt;b</li><li>c</li></ul>"));

    [Test]
    public void Letters_of_all_scripts_stay_readable() => Assert.That(((Html)"Größe 感情").ToString(), Is.EqualTo("Größe 感情"));

    [Test]
    public void Half_a_character_becomes_the_sign_for_it() => Assert.That(((Html)"a\uD800b").ToString(), Does.Not.Contain('\uD800'));

    [Test]
    public void Nothing_is_nothing() =>
        Assert.That((Html.None.IsNone, Html.None.ToString(), Html.Of($"{7}").ToString()), Is.EqualTo((true, string.Empty, "7")));

    [Test]
    public void A_table_marks_headings_numbers_and_rows_that_stand_out()
    {
        var table = new DataTable("Cap<tion", ["name", "value"], [new DataRow("a<b", "1"), new DataRow("c", "2") { Class = "lead" }])
            .ToHtml()
            .ToString();

        Assert.That(
            table,
            Does.Contain("<caption>Cap&lt;tion</caption>").And.Contain(
                "<th scope=\"col\">name</th><th scope=\"col\" class=\"number\">value</th>"));
        Assert.That(
            table, Does.Contain("<tr><th scope=\"row\">a&lt;b</th><td class=\"number\">1</td></tr>").And.Contain("<tr class=\"lead\">"));
    }

    [Test]
    public void A_charts_json_cannot_end_its_element()
    {
        var chart = new BarChart(["</script><script>alert(1)</script>", "<!--"], [new BarSeries("a&b", [0.5, null])]);
        var json = ChartJson.Of(chart).ToString();

        Assert.That(json, Does.Not.Contain('<').And.Not.Contain('>').And.Not.Contain('&'));
        Assert.That(
            System.Text.Json.Nodes.JsonNode.Parse(json)!["categories"]![0]!.GetValue<string>(),
            Is.EqualTo("</script><script>alert(1)</script>"));
        Assert.That(System.Text.Json.Nodes.JsonNode.Parse(json)!["series"]![0]!["values"]!.ToJsonString(), Is.EqualTo("[0.5,null]"));
    }

    [TestCase(0.5, "50.0 %")]
    [TestCase(1.0, "100.0 %")]
    [TestCase(null, "–")]
    public void Fractions_are_per_cents(double? fraction, string text) => Assert.That(ReportText.Percent(fraction), Is.EqualTo(text));

    [TestCase("runs/a-1", "runs/a-1")]
    [TestCase("my runs/it's", "'my runs/it'\\''s'")]
    [TestCase("$(rm)", "'$(rm)'")]
    public void Paths_are_quoted_for_a_shell_where_they_must_be(string path, string quoted) =>
        Assert.That(ReportText.Shell(path), Is.EqualTo(quoted));

    [TestCase(3725, "1 h 02 min")]
    [TestCase(79, "1 min 19 s")]
    [TestCase(0.25, "0.3 s")]
    public void Durations_are_read_by_people(double seconds, string text) => Assert.That(ReportText.Duration(seconds), Is.EqualTo(text));
}
