using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>Draws the order in which an epoch of a probe takes the training rows; the same seed draws the same orders.</summary>
internal sealed class TrainingOrder : IDisposable
{
    private readonly Generator _generator;
    private readonly Tensor? _chances;
    private readonly long _rows;

    /// <summary>Prepares the draws.</summary>
    /// <param name="targets">The rows' targets, at least one.</param>
    public TrainingOrder(IReadOnlyList<long> targets, SamplingKind sampling, int seed)
    {
        (_generator, _rows) = (new Generator((ulong)seed), targets.Count);
        if (sampling == SamplingKind.Balanced)
        {
            var sizes = targets.CountBy(target => target).ToDictionary();
            _chances = tensor(targets.Select(target => 1f / sizes[target]).ToArray());
        }
    }

    /// <summary>
    /// The next epoch's rows, as many as there are: each once, or drawn with replacement so that every class comes equally often.
    /// </summary>
    /// <returns>Row numbers, int64; the caller owns them.</returns>
    public Tensor Next() => _chances is null
        ? randperm(_rows, generator: _generator)
        : multinomial(_chances, _rows, replacement: true, generator: _generator);

    /// <inheritdoc/>
    public void Dispose()
    {
        _generator.Dispose();
        _chances?.Dispose();
    }
}

/// <summary>How a classifier's training rows are drawn.</summary>
public enum SamplingKind
{
    /// <summary>Every row once an epoch, in random order.</summary>
    Shuffled,

    /// <summary>With replacement, every class equally often; single label only.</summary>
    Balanced,
}
