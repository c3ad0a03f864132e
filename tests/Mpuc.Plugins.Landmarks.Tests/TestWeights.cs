using Mpuc.Weights;
using TorchSharp;

namespace Mpuc.Plugins.Landmarks.Tests;

/// <summary>Reads weights from files that the tests name by path.</summary>
internal sealed class TestWeights : IWeightsStore
{
    /// <summary>
    /// The options that name the weights of the face detector and of the 68-point network; without them the test is ignored.
    /// </summary>
    public static (string Name, object Value)[] Options =>
        [("tinyWeights", Manifest("tiny_face_detector_model")), ("landmarkWeights", Manifest("face_landmark_68_model"))];

    public string CacheFolder => throw new NotSupportedException("Nothing is derived from weights here.");

    /// <summary>A network's manifest in the npm package; without it the test is ignored.</summary>
    public static string Manifest(string network)
    {
        var path = Path.Combine(FaceApi.Models, $"{network}-weights_manifest.json");
        if (!File.Exists(path))
        {
            Assert.Ignore(FaceApi.Missing);
        }

        return path;
    }

    public string Locate(string nameOrPath) => nameOrPath;

    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) => WeightsReader.Read(nameOrPath);
}
