using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>A part of a report with a heading.</summary>
/// <param name="Id">Names it within the page.</param>
/// <param name="Title">Its heading, which the page's list of contents shows as well.</param>
/// <param name="Intro">What it is about.</param>
/// <param name="Body">What it holds.</param>
internal sealed record ReportSection(string Id, string Title, Html Intro, Html Body)
{
    /// <summary>Writes it.</summary>
    /// <returns>The section.</returns>
    public Html ToHtml() => Html.Of(
        $"""
        <section id="{Id}" aria-labelledby="{Id}-title"><h2 id="{Id}-title">{Title}</h2>
        {(Intro.IsNone ? Html.None : Html.Of($"<p class=\"intro\">{Intro}</p>"))}
        {Body}</section>

        """);
}
