using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Frames;

/// <summary>A word of a recording with its time and its vectors.</summary>
/// <param name="Token">The word as written.</param>
/// <param name="Start">In seconds from the recording's start.</param>
/// <param name="End">In seconds, not before the start.</param>
/// <param name="Pieces">What the vocabulary has of it, at least one piece; they share its time evenly.</param>
internal sealed record SpokenWord(Token Token, double Start, double End, IReadOnlyList<WordPiece> Pieces)
{
    /// <summary>Whether at least one piece has a vector.</summary>
    public bool IsKnown => Pieces.Any(piece => piece.IsKnown);
}
