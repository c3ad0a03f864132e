namespace Mpuc;

/// <summary>A box in a picture, in pixels from the top left corner; may reach beyond the picture.</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Top">The upper edge.</param>
/// <param name="Right">The right edge.</param>
/// <param name="Bottom">The lower edge.</param>
/// <param name="Caption">A few words, such as a score; empty for none.</param>
/// <param name="Used">Whether the encoder uses what is in the box; false for one that it saw and left out.</param>
public sealed record PreviewBox(double Left, double Top, double Right, double Bottom, string Caption = "", bool Used = true);
