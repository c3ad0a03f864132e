using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>A part of a report with a heading.</summary>
internal sealed record ReportSection(string Id, string Title, Html Intro, Html Body)
{
    /// <summary>Writes it.</summary>
    public Html ToHtml() => Html.Of(
        $"""
        <section id="{Id}" aria-labelledby="{Id}-title"><h2 id="{Id}-title">{Title}</h2>
        {(Intro.IsNone ? Html.None : Html.Of($"<p class=\"intro\">{Intro}</p>"))}
        {Body}</section>

        """);
}
