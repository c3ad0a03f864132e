namespace Mpuc.EndToEnd.Tests.Sources;

/// <summary>
/// Lines fit on a screen beside each other. Tables and code of documents are left alone; what is left in sources is HTML and JSON in
/// literals for the most part. Lower the number where lines go, never raise it.
/// </summary>
public sealed class LineLengthTests
{
    private const int Columns = 140;
    private const int MaxLongLines = 150;

    private static readonly string[] Roots = ["src", "plugins", "tests", "benchmarks", "samples", "templates", "docs", "findings"];

    [Test]
    public void Few_lines_of_sources_and_documents_have_more_than_140_columns()
    {
        var files = Roots.Select(root => Path.Combine(Repository.Root, root))
            .SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Where(file =>
                Path.GetExtension(file) is ".cs" or ".md" && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
        var wide = files.SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(line => line.line.Length > Columns && !IsTableOrCode(line.file, line.line))
            .Select(line => $"{Path.GetRelativePath(Repository.Root, line.file)}:{line.index + 1}")
            .ToList();
        Assert.That(wide, Has.Count.AtMost(MaxLongLines), string.Join('\n', wide));
    }

    private static bool IsTableOrCode(string file, string line) =>
        Path.GetExtension(file) == ".md" && (line.StartsWith('|') || line.StartsWith("    ", StringComparison.Ordinal));
}
