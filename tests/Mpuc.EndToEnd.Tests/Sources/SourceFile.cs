using System.Text.RegularExpressions;

namespace Mpuc.EndToEnd.Tests.Sources;

/// <summary>One file of source code: where it lies, its namespace, and the namespaces that it uses by name.</summary>
internal sealed partial record SourceFile(string Path, string? Namespace, IReadOnlySet<string> Uses)
{
    private const int Limit = 1000;

    /// <summary>Reads a file's text; <paramref name="path"/> is relative to what is looked at, with slashes.</summary>
    public static SourceFile Parse(string path, string text)
    {
        var declared = NamespaceLine().Match(text);
        return new SourceFile(
            path,
            declared.Success ? declared.Groups["name"].Value : null,
            UsingLine()
                .Matches(text)
                .Concat(QualifiedName().Matches(Comment().Replace(text, "")))
                .Select(match => match.Groups["name"].Value)
                .ToHashSet());
    }

    /// <summary>All files of source code below a folder but what builds leave there.</summary>
    public static IReadOnlyList<SourceFile> In(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => Parse(file.Path, File.ReadAllText(file.File))),
    ];

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*[;{]?\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(
        @"^\s*(global\s+)?using\s+(static\s+|\w+\s*=\s*)?(?<name>Mpuc[\w.]*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Limit)]
    private static partial Regex UsingLine();

    // A name in full, in code, that needs no using.
    [GeneratedRegex(@"(?<![\w.""])(global::)?(?<name>Mpuc(\.[A-Z]\w*)+)", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex QualifiedName();

    [GeneratedRegex("//.*", RegexOptions.None, Limit)]
    private static partial Regex Comment();
}
