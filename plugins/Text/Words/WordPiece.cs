namespace Mpuc.Plugins.Text.Words;

/// <summary>A word of the vocabulary, or one that it lacks.</summary>
/// <param name="Text">As it was looked for.</param>
/// <param name="Row">The row of its vector; -1 for none.</param>
internal readonly record struct WordPiece(string Text, int Row)
{
    /// <summary>Whether the vocabulary has it.</summary>
    public bool IsKnown => Row >= 0;
}
