using System.Globalization;
using Mpuc.Plugins.Text.Reading;
using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Frames;

/// <summary>The words of a recording on its time axis.</summary>
/// <param name="Words">The words in order.</param>
/// <param name="Duration">The recording's length in seconds.</param>
internal sealed record SpokenText(IReadOnlyList<SpokenWord> Words, double Duration)
{
    private const int MaxWords = 100_000;

    /// <summary>
    /// Splits a transcript into words and gives each its time: what has a time keeps it, the words of an entry sharing it evenly; a text
    /// without times is spread evenly over its recording, or, where that has no known length, takes
    /// <see cref="FrameOptions.SecondsPerWord"/> per word.
    /// </summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="lookup">Finds the words' vectors.</param>
    /// <param name="options">How long words last, and whether punctuation counts.</param>
    /// <param name="path">The file, for messages.</param>
    /// <returns>The words; none where nothing is said.</returns>
    /// <exception cref="MpucException">The recording is too long.</exception>
    public static SpokenText Create(Transcript transcript, WordLookup lookup, FrameOptions options, string path)
    {
        RequireFewWords(transcript, path);
        if (transcript.Words is { } timed)
        {
            var duration = Limit(transcript.Duration ?? timed.Max(word => word.End), options, path);
            return new SpokenText(
                [.. timed.SelectMany(word => Spread(Tokenizer.Split(word.Text, options.KeepsPunctuation), word.Start, word.End, lookup))],
                duration);
        }

        var tokens = Tokenizer.Split(transcript.Text, options.KeepsPunctuation);
        var length = Limit(transcript.Duration ?? (tokens.Count * options.SecondsPerWord), options, path);
        return new SpokenText([.. Spread(tokens, 0, length, lookup)], length);
    }

    /// <summary>Refuses recordings that are too long.</summary>
    /// <param name="seconds">The recording's length.</param>
    /// <param name="options">The longest length.</param>
    /// <param name="path">The file, for messages.</param>
    /// <returns>The length.</returns>
    /// <exception cref="MpucException">It is too long.</exception>
    public static double Limit(double seconds, FrameOptions options, string path) => seconds <= options.MaxSeconds
        ? seconds
        : throw new MpucException(string.Create(
            CultureInfo.InvariantCulture,
            $"'{path}' lasts {seconds:0.#} s, more than 'maxSeconds' with {options.MaxSeconds:0.#} s; raise that or cut the recording."));

    // Counted before anything is made of each: a word takes a hundred times its letters.
    private static void RequireFewWords(Transcript transcript, string path)
    {
        var words = transcript.Words is { } timed ? timed.Sum(entry => Count(entry.Text)) : Count(transcript.Text);
        if (words > MaxWords)
        {
            throw new MpucException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}' has at least {words} words; the transcript of one recording may have {MaxWords}, eight hours of speech."));
        }
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var (words, isInside) = (0, false);
        foreach (var letter in text)
        {
            var isLetter = char.IsLetterOrDigit(letter);
            words += isLetter && !isInside ? 1 : 0;
            isInside = isLetter || (isInside && (letter is '\'' or '-'));
        }

        return words;
    }

    private static IEnumerable<SpokenWord> Spread(IReadOnlyList<Token> tokens, double start, double end, WordLookup lookup)
    {
        var share = (end - start) / tokens.Count;
        return tokens.Select((token, place) =>
            new SpokenWord(token, start + (place * share), start + ((place + 1) * share), lookup.Find(token.Text)));
    }
}
