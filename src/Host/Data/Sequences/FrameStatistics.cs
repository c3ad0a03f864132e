using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// Mean and deviation of each feature over many frames, in float64, merged sequence by sequence (Chan, Golub and LeVeque 1979). Owns its
/// tensors.
/// </summary>
internal sealed class FrameStatistics : IDisposable
{
    // Below this part of the mean a deviation is rounding in float64; any true change of a float32 value is far above it.
    private const double Constant = 1e-12;

    private torch.Tensor? _mean;
    private torch.Tensor? _squares;

    /// <summary>The number of frames added.</summary>
    public long Frames { get; private set; }

    /// <summary>Adds a sequence's frames.</summary>
    /// <param name="frames">Frames, <c>[T, ...]</c>.</param>
    public void Add(torch.Tensor frames)
    {
        using var scope = torch.NewDisposeScope();
        var values = frames.to(torch.ScalarType.Float64);
        var mean = values.mean([0]);
        var squares = (values - mean).square().sum([0]);
        var count = frames.shape[0];
        if (_mean is not null)
        {
            var (total, difference) = (Frames + count, mean - _mean);
            mean = _mean + (difference * ((double)count / total));
            squares = squares + _squares! + (difference.square() * ((double)Frames * count / total));
        }

        _mean?.Dispose();
        _squares?.Dispose();
        (_mean, _squares, Frames) = (mean.MoveToOuterDisposeScope(), squares.MoveToOuterDisposeScope(), Frames + count);
    }

    /// <summary>Makes the standardisation; features that never change get the deviation 1.</summary>
    /// <returns>Zero mean, unit deviation over all frames added; at least one.</returns>
    public FrameStandardization ToStandardization()
    {
        using var scope = torch.NewDisposeScope();
        var deviation = (_squares! / Frames).sqrt();
        deviation = deviation.masked_fill(deviation <= _mean!.abs() * Constant, 1);
        return new FrameStandardization(_mean.clone().MoveToOuterDisposeScope(), deviation.MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mean?.Dispose();
        _squares?.Dispose();
    }
}
