namespace Mpuc.Media;

/// <summary>
/// The pretrained files that this library can use. A plugin registers those that its options name; two plugins may register the same.
/// </summary>
public static class MediaWeights
{
    private const string MtcnnOrigin =
        "facenet-pytorch (github.com/timesler/facenet-pytorch, folder data), converted from David Sandberg's facenet";

    private const string MtcnnWithout = "Faces are found by the tiny face detector, or are given as crops.";

    /// <summary>The tiny face detector.</summary>
    public static PretrainedWeights TinyFaceDetector { get; } = new()
    {
        Name = "tiny-face-detector",
        Description = "The tiny face detector, a small YOLO v2 with separable convolutions, 190 kB.",
        License = "MIT",
        Origin = "npm package @vladmandic/face-api, from Vincent Mühler's face-api.js",
        Without = "Faces are found by MTCNN, whose weights are given by path, or are given as crops.",
        Package = new NpmFile("@vladmandic/face-api", "1.7.15", "model/tiny_face_detector_model-weights_manifest.json"),
        Sha256 = "5d1af4849ac48d5b985f4a9b16010c512353ddd6fcc63d50fd0bc9e9e64296e5",
    };

    /// <summary>MTCNN's first network.</summary>
    public static PretrainedWeights MtcnnProposal { get; } = Mtcnn(
        "pnet", "P-Net, which proposes faces", "a2a71925e0b9996a42f63e47efc1ca19043e69558b5c523b978d611dfae49c8f");

    /// <summary>MTCNN's second network.</summary>
    public static PretrainedWeights MtcnnRefinement { get; } = Mtcnn(
        "rnet", "R-Net, which refines them", "bbb937de72efc9ef83b186c49f5f558467a1d7e3453a8ece0d71a886633f6a86");

    /// <summary>MTCNN's third network.</summary>
    public static PretrainedWeights MtcnnOutput { get; } = Mtcnn(
        "onet", "O-Net, which decides and finds five points", "165bfbe42940416ccfb977545cf0e976d5bf321f67083ae2aaaa5c764280118d");

    /// <summary>The weights of all face detectors.</summary>
    public static IReadOnlyList<PretrainedWeights> FaceDetectors { get; } = [TinyFaceDetector, MtcnnProposal, MtcnnRefinement, MtcnnOutput];

    private static PretrainedWeights Mtcnn(string network, string role, string sha256) => new()
    {
        Name = $"mtcnn-{network}",
        Description = $"MTCNN's {role} (Zhang et al. 2016), trained on WIDER FACE and CelebA.",
        License = "MIT",
        Origin = $"{network}.pt of {MtcnnOrigin}",
        Without = MtcnnWithout,
        Sha256 = sha256,
    };
}
