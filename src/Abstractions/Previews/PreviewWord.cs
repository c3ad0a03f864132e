namespace Mpuc;

/// <summary>A word in a recording.</summary>
/// <param name="Text">The word.</param>
/// <param name="Start">Where it begins, in seconds from the recording's start.</param>
/// <param name="End">Where it ends, in seconds.</param>
/// <param name="Known">Whether the encoder has a vector for it.</param>
public sealed record PreviewWord(string Text, double Start, double End, bool Known = true);
