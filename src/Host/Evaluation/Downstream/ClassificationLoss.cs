using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>
/// The loss of the paper's prediction layers (Sec. III-C and IV-B): cross-entropy for a single label, binary cross-entropy for several,
/// there with the classes' positive weights. Owns its tensors.
/// </summary>
internal sealed class ClassificationLoss : IDisposable
{
    private readonly LabelSpace _space;
    private readonly double _threshold;
    private readonly Tensor? _positiveWeights;

    /// <summary>Takes what the loss needs from the training recordings.</summary>
    /// <param name="training">
    /// The training targets: a class's positive weight is its absent recordings over its present ones, each at least one.
    /// </param>
    /// <param name="threshold">The probability from which on a class of a multi-label task counts as present, above 0, below 1.</param>
    public ClassificationLoss(LabelSpace space, IReadOnlyList<long> training, double threshold)
    {
        (_space, _threshold) = (space, threshold);
        if (space.Kind == TaskKind.MultiLabel)
        {
            _positiveWeights = tensor(Enumerable.Range(0, space.Classes.Count)
                .Select(place => training.Count(target => space.Has(target, place)))
                .Select(present => Math.Max(1, training.Count - present) / (float)Math.Max(1, present)).ToArray());
        }
    }

    /// <summary>Targets as the loss takes them.</summary>
    /// <returns>Class numbers <c>[N]</c> (int64), or presences <c>[N, C]</c> (float32); the caller owns them.</returns>
    public Tensor Encode(IReadOnlyList<long> targets) => _positiveWeights is null
        ? tensor(targets.ToArray(), ScalarType.Int64)
        : tensor(targets.SelectMany(target => Presences(target)).ToArray()).reshape(targets.Count, _space.Classes.Count);

    /// <summary>The mean loss.</summary>
    /// <param name="logits">Logits, <c>[N, C]</c>.</param>
    /// <param name="encoded">What <see cref="Encode"/> gave.</param>
    public Tensor Compute(Tensor logits, Tensor encoded) => _positiveWeights is null
        ? nn.functional.cross_entropy(logits, encoded)
        : nn.functional.binary_cross_entropy_with_logits(logits, encoded, pos_weights: _positiveWeights.to(logits.device));

    /// <summary>Probabilities of the classes.</summary>
    /// <param name="logits">Logits, <c>[N, C]</c>.</param>
    /// <returns><c>[N, C]</c>; they add up to 1 for a single label, and each stands for itself for several.</returns>
    public Tensor Probabilities(Tensor logits) => _positiveWeights is null ? nn.functional.softmax(logits, 1) : logits.sigmoid();

    /// <summary>Decides.</summary>
    /// <param name="probabilities">Probabilities, <c>[N, C]</c>.</param>
    public long[] Decide(Tensor probabilities)
    {
        using var scope = NewDisposeScope();
        if (_positiveWeights is null)
        {
            return probabilities.argmax(1).data<long>().ToArray();
        }

        var values = probabilities.contiguous().cpu().data<float>().ToArray();
        return [.. values.Chunk(_space.Classes.Count).Select(row => row.Index().Where(cell => cell.Item >= _threshold)
            .Aggregate(0L, (set, cell) => set | (1L << cell.Index)))];
    }

    /// <inheritdoc/>
    public void Dispose() => _positiveWeights?.Dispose();

    private IEnumerable<float> Presences(long target) =>
        Enumerable.Range(0, _space.Classes.Count).Select(place => _space.Has(target, place) ? 1f : 0f);
}
