using Mpuc.Media.Faces.Mtcnn;
using Mpuc.Media.Faces.Tiny;
using Mpuc.Media.Networks;
using Mpuc.Media.Video;

namespace Mpuc.Media.Faces.Finding;

/// <summary>Makes the detector that options name.</summary>
public static class FaceDetectors
{
    /// <summary>Makes a detector and reads its weights, which are fetched first where that is necessary and possible.</summary>
    /// <param name="options">Which detector, which weights, which limits.</param>
    /// <param name="store">Where weights are found.</param>
    /// <returns>The detector, which the caller disposes.</returns>
    /// <exception cref="MpucException">Weights are missing, damaged or another network's.</exception>
    public static IFaceDetector Create(FaceFindingOptions options, IWeightsStore store)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options switch
        {
            { Faces: FaceFindingOptions.Given } => new WholeFrameDetector(),
            { Detector: FaceFindingOptions.Mtcnn } => CreateMtcnn(options, store),
            _ => CreateTiny(options, store),
        };
    }

    private static MtcnnDetector CreateMtcnn(FaceFindingOptions options, IWeightsStore store)
    {
        var defaults = new MtcnnOptions { MinFaceSize = options.MinFaceSize };
        return new MtcnnDetector(
            options.MinScore > 0 ? defaults with { MinScore = options.MinScore } : defaults,
            NetworkWeights.Read("MTCNN's P-Net", store, options.ProposalWeights),
            NetworkWeights.Read("MTCNN's R-Net", store, options.RefinementWeights),
            NetworkWeights.Read("MTCNN's O-Net", store, options.OutputWeights));
    }

    private static TinyFaceDetector CreateTiny(FaceFindingOptions options, IWeightsStore store)
    {
        var defaults = new TinyFaceOptions { InputSize = options.InputSize };
        return new TinyFaceDetector(
            options.MinScore > 0 ? defaults with { MinScore = options.MinScore } : defaults,
            NetworkWeights.Read("the tiny face detector", store, options.TinyWeights));
    }
}

/// <summary>Takes every frame for a face, for videos of faces that were cut out already.</summary>
internal sealed class WholeFrameDetector : IFaceDetector
{
    public IReadOnlyList<IReadOnlyList<FaceDetection>> Detect(FrameBatch frames) =>
        [.. Enumerable.Range(0, frames.Count).Select(_ => new[] { new FaceDetection(new FaceBox(0, 0, frames.Width, frames.Height), 1) })];

    public void Dispose()
    {
    }
}
