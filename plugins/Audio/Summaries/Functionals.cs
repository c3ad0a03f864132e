using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Summaries;

/// <summary>
/// Statistics of every band over a whole recording, as speech emotion recognition computes them over low-level descriptors ("functionals",
/// Eyben et al. 2010): mean and deviation of all frames, mean and deviation of the louder half of the frames, the mean size of the change
/// from frame to frame, and the 10th and 90th percentile.
/// </summary>
internal static class Functionals
{
    /// <summary>Statistics per band.</summary>
    public const int PerBand = 7;

    private static readonly float[] Percentiles = [0.1f, 0.9f];

    /// <summary>Computes the statistics.</summary>
    /// <param name="frames">Frames, <c>[T, bands]</c>, T at least 1.</param>
    /// <returns>One frame, <c>[1, 7 bands]</c>, statistic after statistic; the caller owns it.</returns>
    public static Tensor Of(Tensor frames)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var level = frames.mean([1]);
        var louder = frames.index_select(0, level.topk((int)((frames.shape[0] + 1) / 2)).indexes);
        var change = frames.shape[0] == 1
            ? zeros_like(frames[0])
            : (frames.slice(0, 1, frames.shape[0], 1) - frames.slice(0, 0, frames.shape[0] - 1, 1)).abs().mean([0]);
        var percentiles = quantile(frames, tensor(Percentiles), dim: 0);
        return cat([frames.mean([0]), Deviation(frames), louder.mean([0]), Deviation(louder), change, percentiles[0], percentiles[1]])
            .unsqueeze(0).MoveToOuterDisposeScope();
    }

    private static Tensor Deviation(Tensor frames) => (frames - frames.mean([0])).square().mean([0]).sqrt();
}
