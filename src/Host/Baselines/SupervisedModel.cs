using Mpuc.Host.Data;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>The contrastive encoders without projection heads, under a classifier; trained end to end (paper, Sec. IV-B).</summary>
internal sealed class SupervisedModel : nn.Module
{
    private readonly MultimodalEncoder encoders;
    private readonly FusionClassifier classifier;
    private readonly List<string> _names;

    /// <summary>
    /// Makes a model with fresh weights: the encoders' are those that a contrastive training of the same seed starts from.
    /// </summary>
    public SupervisedModel(
        IReadOnlyList<Modality> modalities,
        IReadOnlyDictionary<string, BackboneContext> contexts,
        FusionKind kind,
        int classes,
        SupervisedOptions options,
        int seed)
        : base(nameof(SupervisedModel))
    {
        _names = [.. modalities.Select(modality => modality.Name)];
        encoders = new MultimodalEncoder(modalities, contexts, new ProjectionOptions { Kind = ProjectionKind.None }, seed);
        manual_seed(MultimodalEncoder.SeedOf(seed, "classifier"));
        classifier = new FusionClassifier(kind, modalities.Count, classes, options);
        register_module(nameof(encoders), encoders);
        register_module(nameof(classifier), classifier);
    }

    /// <summary>Classifies windows.</summary>
    /// <returns>Logits, <c>[R, C]</c>, R as in <see cref="WindowBatch.Rows"/>.</returns>
    public Tensor Logits(WindowBatch batch)
    {
        var features = encoders.Features(batch);
        var device = features.Values.First().device;
        var stacked = stack([.. _names.Select(name => Spread(features[name], RowsOf(batch, name), batch.Rows))], 1);
        return classifier.forward(stacked, Missing(batch).to(device));
    }

    private static IReadOnlyList<long> RowsOf(WindowBatch batch, string name) =>
        batch.Modalities.TryGetValue(name, out var windows) ? windows.Rows : [];

    private static Tensor Spread(Tensor features, IReadOnlyList<long> rows, int all) => rows.Count == all
        ? features
        : zeros([all, features.shape[1]], device: features.device)
            .index_copy(0, tensor(rows.ToArray(), ScalarType.Int64).to(features.device), features);

    // A recording without any modality attends to zeros, so that nothing divides by zero.
    private Tensor Missing(WindowBatch batch)
    {
        var present = new bool[batch.Rows, _names.Count];
        foreach (var (column, name) in _names.Index())
        {
            foreach (var row in RowsOf(batch, name))
            {
                present[row, column] = true;
            }
        }

        var missing = tensor(present).logical_not();
        return missing.logical_and(missing.all(1, keepdim: true).logical_not());
    }
}
