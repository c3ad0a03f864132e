using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>
/// The videos of each fold: a JSON object with the lists <c>train</c>, <c>validation</c> (or <c>valid</c>) and <c>test</c>, or the SDK's
/// own Python file, whose three lists of quoted ids are read as text; nothing of it runs.
/// </summary>
internal static partial class MoseiFolds
{
    private const long LongestBytes = 16 << 20;

    private static readonly JsonSerializerOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly Dictionary<string, string> Splits = new(StringComparer.Ordinal)
    {
        ["train"] = "train", ["validation"] = "validation", ["valid"] = "validation", ["test"] = "test",
        ["standard_train_fold"] = "train", ["standard_valid_fold"] = "validation", ["standard_test_fold"] = "test",
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="MpucException">The file is missing, has no such lists, or has a video in two of them.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var folds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, videos) in Lists(path, Text(path)))
        {
            if (!Splits.TryGetValue(name, out var split))
            {
                throw new MpucException(
                    $"'{path}': there is a list '{name}'; the lists must be called train, validation (or valid) and test.");
            }

            foreach (var video in videos)
            {
                if (!folds.TryAdd(video, split) && folds[video] != split)
                {
                    throw new MpucException(
                        $"'{path}': the video '{video}' is in the lists of {folds[video]} and {split}; it must be in one of them.");
                }
            }
        }

        return folds.Count > 0
            ? folds
            : throw new MpucException(
                $"'{path}' lists no videos; expected is a JSON object with the lists train, validation and test, or the CMU SDK's "
                    + "cmu_mosei_std_folds.py.");
    }

    private static string Text(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LongestBytes
                ? File.ReadAllText(path)
                : throw new MpucException(
                    $"'{path}' is larger than {LongestBytes >> 20} MiB; it should list the ids of some thousand videos.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                File.Exists(path)
                    ? $"'{path}' cannot be read: {exception.Message}"
                    : $"There is no file '{path}' of folds (data.options.folds).",
                exception);
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Videos)> Lists(string path, string text)
    {
        if (!text.TrimStart().StartsWith('{'))
        {
            return Assignment().Matches(text).Select(list => (
                list.Groups["name"].Value,
                (IReadOnlyList<string>)[.. Quoted().Matches(list.Groups["list"].Value).Select(id => id.Groups["id"].Value)]));
        }

        try
        {
            return
            [
                .. JsonSerializer.Deserialize<Dictionary<string, List<string>?>>(text, Lenient)!
                    .Select(list => (list.Key, IdsOf(list.Value))),
            ];
        }
        catch (JsonException exception)
        {
            throw new MpucException(
                $"'{path}', line {exception.LineNumber + 1}: this is no JSON object of lists of video ids; expected is {{ \"train\": "
                    + "[\"...\"], ... }.",
                exception);
        }
    }

    private static IReadOnlyList<string> IdsOf(List<string>? videos) => videos is not null && !videos.Contains(null!)
        ? videos
        : throw new JsonException("A list or an id is null.", null, 0, 0);

    [GeneratedRegex(
        @"^(?<name>\w+)\s*=\s*\[(?<list>[^\]]*)\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex("'(?<id>[^']*)'|\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
