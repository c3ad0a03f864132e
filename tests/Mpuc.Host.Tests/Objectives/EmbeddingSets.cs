using Mpuc.Host.Objectives;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Objectives;

/// <summary>Random embeddings, as arrays for the oracle and as tensors for the loss.</summary>
internal static class EmbeddingSets
{
    private static readonly string[] Names = ["audio", "text", "face", "landmarks"];

    /// <param name="missing">The fraction of recordings that lack a modality; two recordings always have all.</param>
    public static Dictionary<string, double[]?[]> Random(
        int modalities, int recordings, int views, int size = 5, double missing = 0, int seed = 1)
    {
        var random = new Random(seed);
        return Names.Take(modalities).ToDictionary(name => name, _ =>
        {
            var absent = Enumerable.Range(0, recordings).Select(recording => recording >= 2 && random.NextDouble() < missing).ToArray();
            return Enumerable.Range(0, recordings * views)
                .Select(row => absent[row % recordings] ? null : Vector(random, size))
                .ToArray();
        });
    }

    public static List<ModalityEmbeddings> ToTensors(
        this IReadOnlyDictionary<string, double[]?[]> embeddings, ScalarType type = ScalarType.Float64, bool requiresGradient = false) =>
        [.. embeddings.Select(modality => ToTensor(modality.Key, modality.Value, type, requiresGradient))];

    private static double[] Vector(Random random, int size) => [.. Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.4)];

    private static ModalityEmbeddings ToTensor(string name, double[]?[] rows, ScalarType type, bool requiresGradient)
    {
        var present = rows.Index().Where(row => row.Item is not null).ToList();
        var values = tensor(present.SelectMany(row => row.Item!).ToArray(), [present.Count, present[0].Item!.Length], type);
        values.requires_grad = requiresGradient;
        return new ModalityEmbeddings(name, values, [.. present.Select(row => (long)row.Index)]);
    }
}
