using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation;

/// <summary>
/// Brings features to zero mean and unit deviation by the training rows' statistics, as the probes' common preparation. NaN stands for a missing modality:
/// it counts nowhere and becomes 0, the training mean.
/// </summary>
internal sealed class Standardizer : IDisposable
{
    private readonly Tensor _mean;
    private readonly Tensor _deviation;

    /// <summary>Takes the statistics.</summary>
    /// <param name="training">Features, <c>[N, D]</c>, N at least 1.</param>
    public Standardizer(Tensor training)
    {
        using var scope = NewDisposeScope();
        var missing = training.isnan();
        var values = training.masked_fill(missing, 0);
        var count = missing.logical_not().sum(dim: 0).clamp_min(1).to(training.dtype);
        var mean = values.sum(dim: 0) / count;
        var deviation = ((values - mean).masked_fill(missing, 0).square().sum(dim: 0) / count).sqrt();
        _mean = mean.MoveToOuterDisposeScope();
        _deviation = where(deviation < 1e-6, ones_like(deviation), deviation).MoveToOuterDisposeScope();
    }

    /// <summary>Standardises rows.</summary>
    /// <param name="features">Features, <c>[N, D]</c>.</param>
    /// <returns>A new tensor of the same shape, without NaN.</returns>
    public Tensor Apply(Tensor features)
    {
        using var scope = NewDisposeScope();
        var scaled = (features - _mean) / _deviation;
        return scaled.masked_fill(scaled.isnan(), 0).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mean.Dispose();
        _deviation.Dispose();
    }
}
