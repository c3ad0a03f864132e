using TorchSharp;

namespace Mpuc.Plugins.Text.Frames;

/// <summary>Lays word vectors out as frames.</summary>
/// <param name="width">The numbers of a vector.</param>
/// <param name="options">What a frame is.</param>
internal sealed class FrameGrid(int width, FrameOptions options)
{
    // The share of a frame in which a word counts that has no duration of its own.
    private const double ShortestShare = 0.01;

    // Far above the rounding of times in float64, far below any word's share of a frame.
    private const double Tolerance = 1e-6;

    /// <summary>Builds the frames of a recording.</summary>
    /// <param name="vectors">The words' vectors, in order.</param>
    /// <param name="duration">The recording's length in seconds.</param>
    /// <returns>Frames, <c>[T, width]</c>, float32, T at least 1; zeros where nothing is said. The caller owns them.</returns>
    /// <exception cref="MpucException">They are too many for the memory.</exception>
    public torch.Tensor Build(IEnumerable<TimedVector> vectors, double duration)
    {
        var frames = options.TimeAxis == TimeAxis.Words ? OfWords([.. vectors]) : OfSeconds(vectors, duration);
        return torch.tensor(frames, [frames.Length / width, width]);
    }

    private float[] OfWords(List<TimedVector> vectors)
    {
        var frames = Allocate(Math.Max(1, vectors.Count));
        foreach (var (place, vector) in vectors.Index())
        {
            vector.Read(frames.AsSpan(place * width, width));
        }

        return frames;
    }

    // Each frame is the mean of the vectors in it, weighted by their time in it, so that no word is lost between two frames.
    private float[] OfSeconds(IEnumerable<TimedVector> vectors, double duration)
    {
        // Without the tolerance, 0.3 s at 10 frames per second could be four frames.
        var count = (int)Math.Max(1, Math.Ceiling((duration * options.FrameRate) - Tolerance));
        var (frames, times) = (Allocate(count), new double[count]);
        var values = new float[width];
        foreach (var vector in vectors)
        {
            vector.Read(values);
            var first = Math.Min(vector.Start * options.FrameRate, count - ShortestShare);
            var last = Math.Max(vector.End * options.FrameRate, first + ShortestShare);
            for (var frame = (int)first; frame < count && frame < last; frame++)
            {
                var time = Math.Min(last, frame + 1) - Math.Max(first, frame);
                if (time > Tolerance)
                {
                    times[frame] += time;
                    Add(values, (float)time, frames.AsSpan(frame * width, width));
                }
            }
        }

        for (var frame = 0; frame < count; frame++)
        {
            Divide(frames.AsSpan(frame * width, width), times[frame]);
        }

        return frames;
    }

    private float[] Allocate(long frames) => frames * width <= Array.MaxLength
        ? new float[frames * width]
        : throw new MpucException($"{frames} frames of {width} numbers are more than fit into memory; lower 'frameRate' or 'maxSeconds'.");

    private static void Add(ReadOnlySpan<float> vector, float weight, Span<float> frame)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            frame[i] += weight * vector[i];
        }
    }

    private static void Divide(Span<float> frame, double time)
    {
        for (var i = 0; time > 0 && i < frame.Length; i++)
        {
            frame[i] = (float)(frame[i] / time);
        }
    }
}
