using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>
/// Brings features to zero mean and unit deviation by the training rows' statistics, as the probes' common preparation. NaN stands for a
/// missing modality: it counts nowhere and becomes 0, the training mean.
/// </summary>
internal sealed class Standardizer : IDisposable
{
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
        Mean = mean.MoveToOuterDisposeScope();
        Deviation = where(deviation < 1e-6, ones_like(deviation), deviation).MoveToOuterDisposeScope();
    }

    /// <summary>Takes over what another one learned.</summary>
    /// <param name="mean">Its <see cref="Mean"/>; becomes this one's.</param>
    /// <param name="deviation">Its <see cref="Deviation"/>; becomes this one's.</param>
    public Standardizer(Tensor mean, Tensor deviation) => (Mean, Deviation) = (mean, deviation);

    /// <summary>The training rows' mean, <c>[D]</c>.</summary>
    public Tensor Mean { get; }

    /// <summary>The training rows' deviation, <c>[D]</c>; 1 where they do not differ.</summary>
    public Tensor Deviation { get; }

    /// <summary>Standardises rows.</summary>
    /// <param name="features">Features, <c>[N, D]</c>.</param>
    /// <returns>A new tensor of the same shape, without NaN.</returns>
    public Tensor Apply(Tensor features)
    {
        using var scope = NewDisposeScope();
        var scaled = (features - Mean) / Deviation;
        return scaled.masked_fill(scaled.isnan(), 0).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mean.Dispose();
        Deviation.Dispose();
    }
}
