using System.Text.Json;
using Mpuc.Host.Messages;

namespace Mpuc.Host.Configuration.Reading;

/// <summary>The words in which errors speak of settings.</summary>
internal static class SettingPhrases
{
    private const int LongestText = 60;

    /// <summary>The path of a value inside an object.</summary>
    /// <param name="path">The object's path; empty for the whole configuration.</param>
    /// <returns>Such as <c>training.epochs</c> or <c>pairWeights['audio>text']</c>.</returns>
    public static string Join(string path, string name) =>
        !IsPlain(name) ? $"{path}['{Shorten(name)}']"
        : path.Length == 0 ? name
        : $"{path}.{name}";

    /// <summary>A value as the user wrote it.</summary>
    /// <param name="text">Its text, where that matters.</param>
    /// <returns>Such as <c>5</c>, <c>the text "5"</c> or <c>a list</c>.</returns>
    public static string Show(JsonValueKind kind, string? text = null) => kind switch
    {
        JsonValueKind.String => text is null ? "a text" : $"the text \"{Shorten(text)}\"",
        JsonValueKind.Number => text is null ? "a number" : Shorten(text),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Ends the sentence about an unknown name.</summary>
    public static string Suggest(string name, IReadOnlyList<string> known) =>
        NearestName.Find(name, known) is { } nearest ? $"did you mean '{nearest}'?"
        : known.Count == 0 ? "nothing can be set here."
        : $"known here: {string.Join(", ", known)}.";

    /// <summary>A text that fits in a sentence.</summary>
    public static string Shorten(string text) => text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}...";

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= LongestText && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
