using Mpuc.Plugins.Text.Vectors;
using Mpuc.Plugins.Text.Words;
using TorchSharp;

namespace Mpuc.Plugins.Text.Frames;

/// <summary>Turns words into frames of word vectors.</summary>
/// <param name="vectors">The words' vectors.</param>
/// <param name="options">What a frame is, and what stands in for unknown words.</param>
internal sealed class FrameBuilder(WordVectors vectors, FrameOptions options)
{
    // The share of a frame in which a word counts that has no duration of its own.
    private const double ShortestShare = 0.01;

    // Far above the rounding of times in float64, far below any word's share of a frame.
    private const double Tolerance = 1e-6;

    /// <summary>Builds the frames of a recording.</summary>
    /// <param name="text">Its words, with rows of the vectors.</param>
    /// <returns>Frames, <c>[T, width]</c>, float32, T at least 1; zeros where nothing is said. The caller owns them.</returns>
    public torch.Tensor Build(SpokenText text)
    {
        var frames = options.TimeAxis == TimeAxis.Words ? OfWords(text) : OfSeconds(text);
        return torch.tensor(frames, [frames.Length / vectors.Width, vectors.Width]);
    }

    private float[] OfWords(SpokenText text)
    {
        List<int> rows = [.. text.Words.SelectMany(word => word.Pieces).Where(Counts).Select(RowOf)];
        var frames = Allocate(Math.Max(1, rows.Count));
        for (var i = 0; i < rows.Count; i++)
        {
            Read(rows[i], frames.AsSpan(i * vectors.Width));
        }

        return frames;
    }

    // Each frame is the mean of the vectors in it, weighted by their time in it, so that no word is lost between two frames.
    private float[] OfSeconds(SpokenText text)
    {
        // Without the tolerance, 0.3 s at 10 frames per second could be four frames.
        var count = (int)Math.Max(1, Math.Ceiling((text.Duration * options.FrameRate) - Tolerance));
        var (frames, times) = (Allocate(count), new double[count]);
        var vector = new float[vectors.Width];
        foreach (var (piece, start, end) in text.Words.SelectMany(Timed).Where(timed => Counts(timed.Piece)))
        {
            Read(RowOf(piece), vector);
            var first = Math.Min(start * options.FrameRate, count - ShortestShare);
            var last = Math.Max(end * options.FrameRate, first + ShortestShare);
            for (var frame = (int)first; frame < count && frame < last; frame++)
            {
                var time = Math.Min(last, frame + 1) - Math.Max(first, frame);
                if (time > Tolerance)
                {
                    times[frame] += time;
                    Add(vector, (float)time, frames.AsSpan(frame * vectors.Width, vectors.Width));
                }
            }
        }

        for (var frame = 0; frame < count; frame++)
        {
            Divide(frames.AsSpan(frame * vectors.Width, vectors.Width), times[frame]);
        }

        return frames;
    }

    private float[] Allocate(long frames) => frames * vectors.Width <= Array.MaxLength
        ? new float[frames * vectors.Width]
        : throw new MpucException($"{frames} frames of {vectors.Width} numbers are more than fit into memory; lower 'frameRate' or 'maxSeconds'.");

    private static IEnumerable<(WordPiece Piece, double Start, double End)> Timed(SpokenWord word)
    {
        var share = (word.End - word.Start) / word.Pieces.Count;
        return word.Pieces.Select((piece, place) => (piece, word.Start + (place * share), word.Start + ((place + 1) * share)));
    }

    private bool Counts(WordPiece piece) => piece.IsKnown || options.Unknown != UnknownWords.Skip;

    private int RowOf(WordPiece piece) => piece.IsKnown || options.Unknown == UnknownWords.Zero ? piece.Row : vectors.MeanRow;

    private void Read(int row, Span<float> vector)
    {
        if (row < 0)
        {
            vector[..vectors.Width].Clear();
        }
        else
        {
            vectors.Read(row, vector);
        }
    }

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
