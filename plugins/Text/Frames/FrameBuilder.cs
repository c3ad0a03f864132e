using Mpuc.Plugins.Text.Vectors;
using Mpuc.Plugins.Text.Words;
using TorchSharp;

namespace Mpuc.Plugins.Text.Frames;

/// <summary>Turns words into frames of word vectors.</summary>
/// <param name="vectors">The words' vectors.</param>
/// <param name="options">What a frame is, and what stands in for unknown words.</param>
internal sealed class FrameBuilder(WordVectors vectors, FrameOptions options)
{
    /// <summary>Builds the frames of a recording.</summary>
    /// <param name="text">Its words, with rows of the vectors.</param>
    /// <returns>Frames, <c>[T, width]</c>, float32, T at least 1; zeros where nothing is said. The caller owns them.</returns>
    public torch.Tensor Build(SpokenText text) => new FrameGrid(vectors.Width, options).Build(
        text.Words.SelectMany(Timed).Where(timed => Counts(timed.Piece))
            .Select(timed => new TimedVector(timed.Start, timed.End, vector => Read(RowOf(timed.Piece), vector))),
        text.Duration);

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
            vector.Clear();
        }
        else
        {
            vectors.Read(row, vector);
        }
    }
}
