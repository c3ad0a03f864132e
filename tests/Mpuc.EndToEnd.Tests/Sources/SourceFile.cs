using System.Text.RegularExpressions;

namespace Mpuc.EndToEnd.Tests.Sources;

/// <summary>One file of source code: where it lies, its namespace, and the namespaces that it uses by name.</summary>
internal sealed partial record SourceFile(string Path, string? Namespace, IReadOnlySet<string> Uses)
{
    /// <summary>Reads a file's text; <paramref name="path"/> is relative to what is looked at, with slashes.</summary>
    public static SourceFile Parse(string path, string text)
    {
        var declared = NamespaceLine().Match(text);
        return new SourceFile(
            path,
            declared.Success ? declared.Groups[1].Value : null,
            UsingLine()
                .Matches(text)
                .Concat(QualifiedName().Matches(Comment().Replace(text, "")))
                .Select(match => match.Groups[1].Value)
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

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*[;{]?\s*$", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+|\w+\s*=\s*)?(Mpuc[\w.]*)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    // A name in full, in code, that needs no using.
    [GeneratedRegex(@"(?<![\w.""])(?:global::)?(Mpuc(?:\.[A-Z]\w*)+)")]
    private static partial Regex QualifiedName();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
