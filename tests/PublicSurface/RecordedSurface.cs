using System.Reflection;

namespace Mpuc.PublicSurface;

/// <summary>
/// Compares an assembly's public surface with a list that is kept beside the tests, so that no member comes, goes or changes unseen.
/// </summary>
internal static class RecordedSurface
{
    private const string Folder = "PublicSurface";

    /// <summary>
    /// What the present surface and a recorded one differ in; empty for nothing. The present one is written beside the list, to be taken
    /// over where it is meant.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="list">The list's name without its extension, such as <c>Mpuc.Abstractions-1.2</c>.</param>
    /// <returns>
    /// A line for each member, beginning with <c>+</c> where it is not in the list, with <c>-</c> where it is only there.
    /// </returns>
    public static IReadOnlyList<string> Differences(Assembly assembly, string list)
    {
        var (now, recorded) = (ApiSignatures.Of(assembly), Read(PathOf(list)));
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, Folder));
        File.WriteAllLines(PathOf(list + ".actual"), now.Order(StringComparer.Ordinal));
        return [.. now.Except(recorded).Select(line => $"+ {line}"), .. recorded.Except(now).Select(line => $"- {line}")];
    }

    /// <summary>The recorded lists of an assembly, by version, oldest first.</summary>
    public static IReadOnlyList<(Version Version, IReadOnlyList<string> Members)> History(string assembly) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, Folder), $"{assembly}-*.txt")
            .Where(path => !path.EndsWith(".actual.txt", StringComparison.Ordinal))
            .Select(path => (Version: Version.Parse(Path.GetFileNameWithoutExtension(path)[(assembly.Length + 1)..]), Members: Read(path)))
            .OrderBy(list => list.Version)];

    private static string PathOf(string list) => Path.Combine(AppContext.BaseDirectory, Folder, list + ".txt");

    private static IReadOnlyList<string> Read(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
