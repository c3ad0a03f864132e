using System.Text.Json;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>
/// Time-stamped words as JSON Lines, one object <c>{ "start": 0.31, "end": 0.52, "word": "so" }</c> per line, times in seconds.
/// </summary>
internal static class WordLines
{
    /// <summary>Reads the words, silence among them.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The words in the file's order.</returns>
    /// <exception cref="MpucException">A line is no such object.</exception>
    public static IReadOnlyList<TimedText> Read(string path, string text) => [.. FileLine.Of(path, text).Select(Read)];

    private static TimedText Read(FileLine line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Text);
            var word = document.RootElement;
            return word.ValueKind == JsonValueKind.Object
                && word.TryGetProperty("word", out var text) && text.ValueKind == JsonValueKind.String
                && word.TryGetProperty("start", out var start) && start.ValueKind == JsonValueKind.Number
                && word.TryGetProperty("end", out var end) && end.ValueKind == JsonValueKind.Number
                ? line.Timed(text.GetString()!, start.GetDouble(), end.GetDouble())
                : throw line.Error("a line must be an object with a text 'word' and the numbers 'start' and 'end' in seconds.");
        }
        catch (JsonException exception)
        {
            throw line.Error("this is not one JSON object on one line.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw line.Error("a text is none in Unicode, such as half of a character as \\ud83d; write the line again.", exception);
        }
    }
}
