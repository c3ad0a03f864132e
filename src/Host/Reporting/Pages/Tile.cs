using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>A figure that stands out.</summary>
internal sealed record Tile(string Name, string Value, string Note = "", bool IsLead = false)
{
    /// <summary>Writes tiles side by side.</summary>
    public static Html Row(IEnumerable<Tile> tiles) => Html.Of($"<dl class=\"tiles\">{tiles.Select(tile => tile.ToHtml())}</dl>");

    private Html ToHtml() => Html.Of(
        $"<div class=\"{(IsLead ? "tile lead" : "tile")}\"><dt>{Name}</dt><dd>{Value}{(Note.Length == 0 ? Html.None : Html.Of($"<small>{Note}</small>"))}</dd></div>");
}

/// <summary>Says of every report whether labels trained the encoders.</summary>
internal static class Badge
{
    /// <summary>Writes it.</summary>
    public static Html Of(bool isUnsupervised) => isUnsupervised
        ? Html.Of($"<span class=\"badge\">trained without labels</span>")
        : Html.Of($"<span class=\"badge labels\">trained with labels: supervised</span>");
}
