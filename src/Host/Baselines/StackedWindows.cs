using Mpuc.Host.Data;
using Mpuc.Host.Modalities;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>
/// A batch as matrices: the modalities' frames side by side over a common time axis, each value standardised over the training windows
/// (the aligned 2-D matrices of Koromilas and Giannakopoulos 2021). Windows are resampled by averaging, long frames averaged down, and a
/// missing modality is 0, the training mean.
/// </summary>
internal sealed class StackedWindows : IDisposable
{
    private readonly List<(string Name, long Rows)> _modalities;
    private readonly long _steps;
    private Tensor? _mean;
    private Tensor? _deviation;

    /// <summary>Lays the matrix out.</summary>
    public StackedWindows(
        IReadOnlyList<Modality> modalities, IReadOnlyDictionary<string, BackboneContext> contexts, AutoencoderOptions options)
    {
        _modalities = [.. modalities.Select(modality => (modality.Name, Math.Min(contexts[modality.Name].FrameSize, options.MaximumRows)))];
        _steps = (options.Steps + 7) / 8 * 8;
    }

    /// <summary>Values at each time step, D.</summary>
    public long Rows => _modalities.Sum(modality => modality.Rows);

    /// <summary>Time steps, a multiple of 8.</summary>
    public long Steps => _steps;

    /// <summary>Learns mean and deviation of every value from training windows.</summary>
    /// <param name="batches">The windows; disposed here.</param>
    public void Fit(IEnumerable<WindowBatch> batches)
    {
        using var scope = NewDisposeScope();
        var (sum, squares, count) = (zeros(Rows, ScalarType.Float64), zeros(Rows, ScalarType.Float64), zeros(Rows, ScalarType.Float64));
        foreach (var batch in batches)
        {
            using var _ = batch;
            using var inner = NewDisposeScope();
            var stacked = Stack(batch);
            var values = stacked.masked_fill(stacked.isnan(), 0).to(ScalarType.Float64);
            sum.add_(values.sum([0, 1]));
            squares.add_(values.square().sum([0, 1]));
            count.add_(stacked.isnan().logical_not().sum([0, 1]));
        }

        count.clamp_min_(1);
        var mean = sum / count;
        var deviation = ((squares / count) - mean.square()).clamp_min(0).sqrt();
        _mean = mean.to(ScalarType.Float32).DetachFromDisposeScope();
        _deviation = where(deviation < 1e-6, ones_like(deviation), deviation).to(ScalarType.Float32).DetachFromDisposeScope();
    }

    /// <summary>Makes the matrices of a batch.</summary>
    /// <returns><c>[R, 1, Steps, Rows]</c>, R as in <see cref="WindowBatch.Rows"/>, float32; the caller owns it.</returns>
    public Tensor Of(WindowBatch batch)
    {
        using var scope = NewDisposeScope();
        var matrix = (Stack(batch) - _mean!) / _deviation!;
        return matrix.masked_fill(matrix.isnan(), 0).unsqueeze(1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mean?.Dispose();
        _deviation?.Dispose();
    }

    // NaN where a recording lacks a modality.
    private Tensor Stack(WindowBatch batch)
    {
        var parts = _modalities.Select(modality =>
        {
            var windows = batch.Modalities[modality.Name];
            var values = windows.Rows.Count == 0 ? null : Resample(windows.Values.flatten(2), modality.Rows);
            if (values is not null && windows.Rows.Count == batch.Rows)
            {
                return values;
            }

            var all = full([batch.Rows, _steps, modality.Rows], float.NaN);
            return values is null ? all : all.index_copy(0, tensor(windows.Rows.ToArray(), ScalarType.Int64), values);
        });
        return cat([.. parts], 2);
    }

    private Tensor Resample(Tensor frames, long rows) => nn.functional.adaptive_avg_pool2d(frames.unsqueeze(1), [_steps, rows]).squeeze(1);
}
