using static TorchSharp.torch;

namespace Mpuc.Host.Objectives;

/// <summary>The ordered pairs of a batch's modalities with their weights in Eq. 2; 0 for a pair that is not compared.</summary>
internal sealed class BatchPairs
{
    private readonly List<ModalityPair> _pairs = [];

    private BatchPairs(double[] weights) => Weights = weights;

    /// <summary>The weights, row by row of the matrix of pairs, M * M of them.</summary>
    public double[] Weights { get; }

    /// <summary>Finds the pairs that a batch allows.</summary>
    /// <exception cref="MpucException">There is none, or the batch is not what the objective needs.</exception>
    public static BatchPairs Of(
        IReadOnlyList<ModalityEmbeddings> embeddings, int recordings, int views, IReadOnlyList<long>? labels, ObjectiveOptions options)
    {
        options.CheckCounts([.. embeddings.Select(modality => modality.Modality)], views);
        if (recordings < 2)
        {
            throw new MpucException($"A contrastive loss compares at least 2 recordings with each other; this batch has {recordings}.");
        }

        if (options.Variant == ObjectiveVariant.Supcon && labels?.Count != recordings)
        {
            throw new MpucException("The objective 'supcon' needs a label of every recording; name it in 'data.label'.");
        }

        var available = embeddings.Select(modality => modality.Rows.Select(row => row % recordings).ToHashSet()).ToList();
        var pairs = new BatchPairs(new double[embeddings.Count * embeddings.Count]);
        foreach (var (m, anchor) in embeddings.Index())
        {
            foreach (var (n, candidate) in embeddings.Index())
            {
                var pair = new ModalityPair(anchor.Modality, candidate.Modality);
                var isCompared = (m != n || options.IncludeSameModality) && available[m].Count(available[n].Contains) >= 2;
                pairs.Weights[pairs._pairs.Count] = isCompared ? options.PairWeights[pair] : 0;
                pairs._pairs.Add(pair);
            }
        }

        return Array.Exists(pairs.Weights, weight => weight > 0) ? pairs : throw new MpucException(
            "No pair of modalities has two recordings in common in this batch: "
            + string.Join(", ", embeddings.Zip(available, (modality, has) => $"'{modality.Modality}' has {has.Count} of {recordings}"))
            + "; larger batches or more complete recordings would be right.");
    }

    /// <summary>Takes the numbers out of the tensors, with a single transfer from the device.</summary>
    public LossResult Describe(Tensor total, Tensor losses, Tensor weights)
    {
        using var numbers = cat([losses.view(-1), total.view(1), weights.view(-1)]).detach().to(ScalarType.Float64).cpu();
        var values = numbers.data<double>().ToArray();
        var counted = _pairs.Index().Where(pair => values[_pairs.Count + 1 + pair.Index] > 0);
        return new LossResult(total, values[_pairs.Count], counted.ToDictionary(pair => pair.Item, pair => values[pair.Index]));
    }
}
