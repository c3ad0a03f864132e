namespace Mpuc.Plugins.Text.Words;

/// <summary>A word, a number or a punctuation mark of a transcript.</summary>
/// <param name="Text">As written, with plain apostrophes and hyphens.</param>
/// <param name="IsMark">Whether it is a punctuation mark.</param>
internal readonly record struct Token(string Text, bool IsMark = false);
