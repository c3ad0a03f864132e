using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>Removes what stands in the padding of windows.</summary>
internal static class FramePadding
{
    /// <summary>Writes zeros over the padding.</summary>
    /// <param name="values">Values with the batch in dimension 0; the padding may hold anything, even NaN.</param>
    /// <param name="lengths">Valid lengths, <c>[B]</c>, int64.</param>
    /// <param name="timeDimension">The dimension of time, from 1.</param>
    /// <returns>The values, zero from the valid length on; the same tensor if there is no padding.</returns>
    public static Tensor Clear(Tensor values, Tensor lengths, int timeDimension)
    {
        var frames = values.shape[timeDimension];
        if (lengths.min().item<long>() >= frames)
        {
            return values;
        }

        var ones = new long[values.dim()];
        Array.Fill(ones, 1);
        long[] times = [.. ones], rows = [.. ones];
        times[timeDimension] = frames;
        rows[0] = lengths.shape[0];
        var isPadding = arange(frames, device: lengths.device).view(times) >= lengths.view(rows);
        return values.masked_fill(isPadding, 0);
    }
}
