using Mpuc.Weights;
using TorchSharp;

namespace Mpuc.Media.Tests;

/// <summary>Reads weights from files that the tests name by path.</summary>
internal sealed class TestWeights : IWeightsStore
{
    /// <summary>The tiny face detector's manifest; without it the test is ignored.</summary>
    public static string Tiny
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("MPUC_TEST_FACE_API");
            var path = Path.Combine(folder ?? ".", "tiny_face_detector_model-weights_manifest.json");
            if (!File.Exists(path))
            {
                Assert.Ignore("The tiny face detector is not there; name the folder 'model' of the npm package @vladmandic/face-api in MPUC_TEST_FACE_API.");
            }

            return path;
        }
    }

    public string CacheFolder => throw new NotSupportedException("Nothing is derived from weights here.");

    public string Locate(string nameOrPath) => nameOrPath;

    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) => WeightsReader.Read(nameOrPath);
}
