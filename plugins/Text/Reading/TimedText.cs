namespace Mpuc.Plugins.Text.Reading;

/// <summary>A word, or a few, with the time in which they are spoken.</summary>
/// <param name="Text">As written; empty for silence that only gives the recording's length.</param>
/// <param name="Start">In seconds, at least 0.</param>
/// <param name="End">In seconds, not before the start.</param>
internal readonly record struct TimedText(string Text, double Start, double End)
{
    /// <summary>Splits a sentence, so that a span which cuts it keeps the words that are spoken in the span.</summary>
    /// <returns>The words between blanks, sharing the time evenly; the entry itself where there are none.</returns>
    public IEnumerable<TimedText> Words()
    {
        var words = Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [this with { Text = string.Empty }];
        }

        var (start, share) = (Start, (End - Start) / words.Length);
        return words.Select((word, place) => new TimedText(word, start + (place * share), start + ((place + 1) * share)));
    }
}
