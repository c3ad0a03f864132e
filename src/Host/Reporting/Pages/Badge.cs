using Mpuc.Host.Reporting.Markup;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>Says of every report whether labels trained the encoders.</summary>
internal static class Badge
{
    /// <summary>Writes it.</summary>
    /// <param name="isUnsupervised">Whether none did.</param>
    /// <returns>The mark.</returns>
    public static Html Of(bool isUnsupervised) => isUnsupervised
        ? Html.Of($"<span class=\"badge\">trained without labels</span>")
        : Html.Of($"<span class=\"badge labels\">trained with labels: supervised</span>");
}
