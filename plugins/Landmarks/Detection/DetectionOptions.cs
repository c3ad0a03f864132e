using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Video;

namespace Mpuc.Plugins.Landmarks.Detection;

/// <summary>How landmarks are found in videos.</summary>
internal sealed record DetectionOptions(FaceFindingOptions Finding, VideoReadingOptions Video)
{
    private static readonly Option<string> WeightsOption = Option.Weights(
        "landmarkWeights", LandmarkWeights.Network.Name, "The weights of the 68-point network.");

    private static readonly Option<double> MarginOption = Option.Number(
        "margin",
        0,
        "By how much the square that the 68-point network sees is larger than the face's box, as a fraction of its longer side.",
        0,
        2);

    /// <summary>All options, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } =
        [WeightsOption, MarginOption, .. FaceFindingOptions.Options, .. VideoReadingOptions.Options];

    /// <summary>The 68-point network's weights, by name or path.</summary>
    public string Weights { get; init; } = WeightsOption.Default!;

    /// <summary>By how much the square around a face is larger than its box, as a fraction of the longer side; 0 by default.</summary>
    public double Margin { get; init; } = MarginOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    /// <param name="frameRate">Frames per second.</param>
    public static DetectionOptions From(OptionValues values, double frameRate) =>
        new(FaceFindingOptions.From(values), VideoReadingOptions.From(values, frameRate))
    {
        Weights = values.Get(WeightsOption),
        Margin = values.Get(MarginOption),
    };
}

/// <summary>The pretrained file that finding landmarks in videos needs.</summary>
internal static class LandmarkWeights
{
    /// <summary>The 68-point network.</summary>
    public static PretrainedWeights Network { get; } = new()
    {
        Name = "face-landmark-68",
        Description = "The 68-point landmark network of face-api, densely connected separable convolutions, 350 kB.",
        License = "MIT",
        Origin = "npm package @vladmandic/face-api, from Vincent Mühler's face-api.js",
        Without = "Landmarks are read from the tables of a facial tracker (CSV), not from videos.",
        Package = new NpmFile("@vladmandic/face-api", "1.7.15", "model/face_landmark_68_model-weights_manifest.json"),
        Sha256 = "ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9",
    };
}
