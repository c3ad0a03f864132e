namespace Mpuc.Plugins.Landmarks.Detection;

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
