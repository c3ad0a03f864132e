using Mpuc.Media.Faces.Mtcnn;
using Mpuc.Media.Faces.Tiny;

namespace Mpuc.Media.Faces.Finding;

/// <summary>How the face of a recording is found and followed.</summary>
public sealed record FaceFindingOptions
{
    /// <summary>The value of <see cref="Faces"/> for videos of people.</summary>
    public const string Detect = "detect";

    /// <summary>The value of <see cref="Faces"/> for videos whose frames are faces, cut out already.</summary>
    public const string Given = "given";

    /// <summary>The tiny face detector's name.</summary>
    public const string Tiny = "tiny";

    /// <summary>MTCNN's name.</summary>
    public const string Mtcnn = "mtcnn";

    private static readonly Option<string> FacesOption = Option.Choice(
        "faces", Detect, [Detect, Given], "Whether faces are detected, or given: then every frame of the video is one, cut out already.");

    private static readonly Option<string> DetectorOption = Option.Choice(
        "detector",
        Tiny,
        [Tiny, Mtcnn],
        "The face detector: tiny, which is fetched where npm works, or mtcnn (the paper's), whose weights are given by path.");

    private static readonly Option<string> TinyWeightsOption = Option.Weights(
        "tinyWeights", MediaWeights.TinyFaceDetector.Name, "The tiny face detector's weights.");

    private static readonly Option<string> ProposalWeightsOption = Option.Weights(
        "pnetWeights", MediaWeights.MtcnnProposal.Name, "The weights of MTCNN's P-Net.");

    private static readonly Option<string> RefinementWeightsOption = Option.Weights(
        "rnetWeights", MediaWeights.MtcnnRefinement.Name, "The weights of MTCNN's R-Net.");

    private static readonly Option<string> OutputWeightsOption = Option.Weights(
        "onetWeights", MediaWeights.MtcnnOutput.Name, "The weights of MTCNN's O-Net.");

    private static readonly Option<int> MinFaceSizeOption = Option.Integer(
        "minFaceSize",
        new MtcnnOptions().MinFaceSize,
        "The side of the smallest face that mtcnn looks for, in pixels of the frame as read; larger is faster.",
        12,
        4096);

    private static readonly Option<int> InputSizeOption = Option.Integer(
        "inputSize",
        new TinyFaceOptions().InputSize,
        "The side of the picture that the tiny detector sees, in pixels, a multiple of 32; larger finds smaller faces.",
        32,
        2048);

    private static readonly Option<double> MinScoreOption = Option.Number(
        "minScore", 0, "The score above which a detected face counts; 0 for the detector's own (tiny 0.3, mtcnn 0.7).", 0, 0.999);

    private static readonly Option<double> MinOverlapOption = Option.Number(
        "minOverlap", 0.3, "The least intersection over union of a face with the same face in the frame before.", 0.01, 1);

    private static readonly Option<double> MaxGapOption = Option.Number(
        "maxGap",
        1,
        "The longest time in seconds without the face for which its place is interpolated, or held at the recording's ends.",
        0,
        60);

    private static readonly Option<double> SmoothingOption = Option.Number(
        "smoothing", 0, "Seconds over which the face's place is averaged; 0 for none.", 0, 10);

    /// <summary>The options of every plugin that follows a face, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } =
    [
        FacesOption,
        DetectorOption,
        TinyWeightsOption,
        ProposalWeightsOption,
        RefinementWeightsOption,
        OutputWeightsOption,
        MinFaceSizeOption,
        InputSizeOption,
        MinScoreOption, MinOverlapOption, MaxGapOption, SmoothingOption,
    ];

    /// <summary><see cref="Detect"/> or <see cref="Given"/>; the former by default.</summary>
    public string Faces { get; init; } = FacesOption.Default!;

    /// <summary><see cref="Tiny"/> or <see cref="Mtcnn"/>; the former by default.</summary>
    public string Detector { get; init; } = DetectorOption.Default!;

    /// <summary>The tiny face detector's weights, by name or path.</summary>
    public string TinyWeights { get; init; } = TinyWeightsOption.Default!;

    /// <summary>P-Net's weights, by name or path.</summary>
    public string ProposalWeights { get; init; } = ProposalWeightsOption.Default!;

    /// <summary>R-Net's weights, by name or path.</summary>
    public string RefinementWeights { get; init; } = RefinementWeightsOption.Default!;

    /// <summary>O-Net's weights, by name or path.</summary>
    public string OutputWeights { get; init; } = OutputWeightsOption.Default!;

    /// <summary>The side of the smallest face that MTCNN looks for, in pixels; 20 by default.</summary>
    public int MinFaceSize { get; init; } = MinFaceSizeOption.Default;

    /// <summary>The side of the picture that the tiny face detector sees, in pixels; 416 by default.</summary>
    public int InputSize { get; init; } = InputSizeOption.Default;

    /// <summary>The score above which a detected face counts; 0, the default, for the detector's own.</summary>
    public double MinScore { get; init; } = MinScoreOption.Default;

    /// <summary>The least overlap of a face with itself in the frame before; 0.3 by default.</summary>
    public double MinOverlap { get; init; } = MinOverlapOption.Default;

    /// <summary>The longest gap that is filled, in seconds; 1 by default.</summary>
    public double MaxGap { get; init; } = MaxGapOption.Default;

    /// <summary>Seconds over which the face's place is averaged; 0, none, by default.</summary>
    public double Smoothing { get; init; } = SmoothingOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    /// <returns>The options.</returns>
    public static FaceFindingOptions From(OptionValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FaceFindingOptions
        {
            Faces = values.Get(FacesOption),
            Detector = values.Get(DetectorOption),
            TinyWeights = values.Get(TinyWeightsOption),
            ProposalWeights = values.Get(ProposalWeightsOption),
            RefinementWeights = values.Get(RefinementWeightsOption),
            OutputWeights = values.Get(OutputWeightsOption),
            MinFaceSize = values.Get(MinFaceSizeOption),
            InputSize = values.Get(InputSizeOption),
            MinScore = values.Get(MinScoreOption),
            MinOverlap = values.Get(MinOverlapOption),
            MaxGap = values.Get(MaxGapOption),
            Smoothing = values.Get(SmoothingOption),
        };
    }
}
