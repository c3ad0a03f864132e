using Mpuc.Media.Faces.Crops;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Video;

namespace Mpuc.Plugins.Face;

/// <summary>
/// The options of the face encoder. The defaults give what the authors' released code reads: eight crops of 112x112 pixels in a window of
/// three seconds.
/// </summary>
internal sealed record FaceOptions(VideoReadingOptions Reading, FaceFindingOptions Finding, CropOptions Crops)
{
    private static readonly Option<double> FrameRateOption = Option.Number(
        "frameRate", 8.0 / 3, "Frames per second; the default gives 8 frames in 3 seconds. Each takes 147 kB in the cache.", 0.01, 120);

    private static readonly Option<int> SizeOption = Option.Integer("size", 112, "The side of a crop in pixels.", 16, 512);

    private static readonly Option<double> MarginOption = Option.Number(
        "margin",
        0.2,
        "By how much the square that is cut out is larger than the face's box, as a fraction of it; of given faces the whole frame is "
            + "taken.",
        0,
        4);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(
        [FrameRateOption, SizeOption, MarginOption, .. FaceFindingOptions.Options, .. VideoReadingOptions.Options]);

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    public static FaceOptions From(OptionValues values)
    {
        var finding = FaceFindingOptions.From(values);
        var margin = finding.Faces == FaceFindingOptions.Given ? 0 : values.Get(MarginOption);
        return new FaceOptions(
            VideoReadingOptions.From(values, values.Get(FrameRateOption)), finding, new CropOptions(values.Get(SizeOption), margin));
    }
}
