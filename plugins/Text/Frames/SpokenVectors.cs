using System.Globalization;
using TorchSharp;

namespace Mpuc.Plugins.Text.Frames;

/// <summary>
/// Words that come as their vectors, such as the CMU SDK's GloVe vectors. Pauses and unknown words are zeros there; they and what is not
/// finite count as silence, and no word is found again.
/// </summary>
internal static class SpokenVectors
{
    /// <summary>Builds the frames of a recording.</summary>
    /// <param name="vectors">Its vectors, no words.</param>
    /// <param name="options">What a frame is.</param>
    /// <param name="source">The recording, for messages.</param>
    /// <returns>Frames, <c>[T, width]</c>, float32, T at least 1; zeros where nothing is said. The caller owns them.</returns>
    /// <exception cref="MpucException">The recording is too long, or nothing is said and that is not allowed.</exception>
    public static torch.Tensor Build(TimedFeatures vectors, FrameOptions options, ModalitySource source)
    {
        var (width, duration) = (vectors.Width, SpokenText.Limit(vectors.Duration, options, source.Path));
        var spoken = vectors.Spans.Index().Where(entry => IsWord(vectors.Values.Span.Slice(entry.Index * width, width)))
            .Select(entry => new TimedVector(
                Math.Max(0, entry.Item.Start),
                Math.Min(duration, entry.Item.End),
                frame => vectors.Values.Span.Slice(entry.Index * width, width).CopyTo(frame)))
            .ToList();
        return spoken.Count > 0 || options.AllowsEmpty
            ? new FrameGrid(width, options).Build(spoken, duration)
            : throw new MpucException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{source.Path}', {source.Key}: no word has a vector from {source.Start:0.###} s on for {duration:0.###} s; set the "
                    + $"option 'emptyTranscript' to 'zero' to take it as silence."));
    }

    private static bool IsWord(ReadOnlySpan<float> vector)
    {
        var isZero = true;
        foreach (var value in vector)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }

            isZero &= value == 0;
        }

        return !isZero;
    }
}
