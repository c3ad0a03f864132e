using Mpuc.Weights;
using TorchSharp;

namespace Mpuc.Plugins.Face.Tests;

/// <summary>Reads weights from files that the tests name by path.</summary>
internal sealed class TestWeights : IWeightsStore
{
    /// <summary>Options that choose MTCNN; without its weights the test is ignored.</summary>
    public static (string Name, object Value)[] Mtcnn =>
    [
        ("detector", "mtcnn"),
        .. new[] { "pnet", "rnet", "onet" }.Select(network =>
            ($"{network}Weights", (object)TestData.Shared("weights", "facenet-mtcnn", network + ".pt"))),
    ];

    public string CacheFolder => throw new NotSupportedException("Nothing is derived from weights here.");

    public string Locate(string nameOrPath) =>
        File.Exists(nameOrPath) ? nameOrPath : throw new MpucException($"There are no weights '{nameOrPath}' here.");

    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) => WeightsReader.Read(Locate(nameOrPath));
}
