using System.Globalization;
using System.Text.Json;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// What recognisers and aligners write as JSON: objects with a word or a sentence and its times, at whatever depth (Whisper and its kin,
/// Vosk, Gentle, aeneas, the services' answers). Of a sentence that lists its words with times the words count; of alternatives, the first.
/// </summary>
internal sealed class JsonTranscript : ITranscriptFormat
{
    private const double PerSecond = 1000;

    private static readonly string[] Texts = ["word", "punctuated_word", "text", "label", "value", "content", "transcript"];
    private static readonly string[] Starts = ["start", "startTime", "start_time", "begin", "from", "ts"];
    private static readonly string[] Ends = ["end", "endTime", "end_time", "to", "end_ts"];

    // Where the same words stand twice, whole sentences and words apart, the first of these that holds any is taken.
    private static readonly string[] Preferred = ["segments", "words", "fragments", "transcription", "result", "results", "items"];

    /// <inheritdoc/>
    public bool Fits(TranscriptText file) => file.StartsWith("{") || file.StartsWith("[{");

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file)
    {
        // One object per line is JSON Lines, whatever the file is called.
        if (file.Lines.Where(line => line.Text.Length > 0).Skip(1).FirstOrDefault() is { Text: { } second }
            && second.StartsWith('{')
            && file.First.Text.EndsWith('}'))
        {
            return WordLines.Read(file.Path, file.Text);
        }

        try
        {
            using var document = JsonDocument.Parse(file.Text, new JsonDocumentOptions { AllowTrailingCommas = true });
            var words = Find(file, document.RootElement);
            return words.Count > 0 ? words : throw new MpucException(
                $"'{file.Path}' is JSON in which no word has times; it must hold objects with a 'word' or a 'text' and its 'start' and "
                    + "'end' in seconds.");
        }
        catch (JsonException exception)
        {
            throw new MpucException(
                $"'{file.Path}', line {exception.LineNumber + 1}: the file starts as JSON but is none; write it again.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new MpucException(
                $"'{file.Path}' is JSON with a text that is none in Unicode, such as half of a character as \\ud83d; write it again.",
                exception);
        }
    }

    private static List<TimedText> Find(TranscriptText file, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return ReadArray(file, element);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        // An entry's own words say more than its sentence.
        foreach (var name in Preferred)
        {
            if (element.TryGetProperty(name, out var inner)
                && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object
                && Find(file, inner) is { Count: > 0 } words)
            {
                return words;
            }
        }

        if (Time(element, Starts) is { } start && Time(element, Ends) is { } end && TextOf(element) is { } text)
        {
            return [.. new FileLine(file.Path, 1, string.Empty).Timed(SpokenPart.Of(text), start, end).Words()];
        }

        // Those above held none; to look again would take twice as long for each level of a file.
        foreach (var property in element.EnumerateObject()
            .Where(property =>
                property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object
                    && !Preferred.Contains(property.Name, StringComparer.Ordinal)))
        {
            var inner = property.NameEquals("alternatives")
                && property.Value.ValueKind == JsonValueKind.Array
                && property.Value.GetArrayLength() > 0
                ? property.Value[0]
                : property.Value;
            if (Find(file, inner) is { Count: > 0 } words)
            {
                return words;
            }
        }

        return [];
    }

    // Aligners leave the times of what they did not find out: it is said between its neighbours. Before any and behind all there is nothing
    // to say when.
    private static List<TimedText> ReadArray(TranscriptText file, JsonElement array)
    {
        var (words, untimed) = (new List<TimedText>(), new List<string>());
        foreach (var element in array.EnumerateArray())
        {
            var found = Find(file, element);
            if (found.Count == 0
                && element.ValueKind == JsonValueKind.Object
                && words.Count > 0
                && element.TryGetProperty("word", out var word)
                && word.ValueKind == JsonValueKind.String)
            {
                untimed.Add(word.GetString()!);
            }
            else if (found.Count > 0)
            {
                if (untimed.Count > 0 && words[^1].End <= found[0].Start)
                {
                    words.AddRange(new TimedText(string.Join(' ', untimed), words[^1].End, found[0].Start).Words());
                }

                untimed.Clear();
                words.AddRange(found);
            }
        }

        return words;
    }

    private static string? TextOf(JsonElement element)
    {
        foreach (var name in Texts)
        {
            if (element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String)
            {
                return text.GetString();
            }
        }

        if (element.TryGetProperty("lines", out var lines) && lines.ValueKind == JsonValueKind.Array)
        {
            return string.Join(
                ' ', lines.EnumerateArray().Where(line => line.ValueKind == JsonValueKind.String).Select(line => line.GetString()));
        }

        return element.TryGetProperty("alternatives", out var others)
            && others.ValueKind == JsonValueKind.Array
            && others.GetArrayLength() > 0
            && others[0].ValueKind == JsonValueKind.Object
            ? TextOf(others[0])
            : null;
    }

    private static double? Time(JsonElement element, string[] names)
    {
        // whisper.cpp: whole milliseconds, one level deeper.
        if (element.TryGetProperty("offsets", out var offsets) && offsets.ValueKind == JsonValueKind.Object)
        {
            return Time(offsets, names) / PerSecond;
        }

        foreach (var name in names)
        {
            if (!element.TryGetProperty(name, out var time))
            {
                continue;
            }

            if (time.ValueKind == JsonValueKind.Number)
            {
                return time.GetDouble();
            }

            if (time.ValueKind == JsonValueKind.String
                && double.TryParse(time.GetString()!.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            {
                return seconds;
            }
        }

        return null;
    }
}
