using System.Text.RegularExpressions;

namespace Mpuc.EndToEnd.Tests.Documents;

/// <summary>A piece of code of a tutorial, and the file that the text before it names.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Text">A whole file; a method, with others below it that are new; or a statement.</param>
internal sealed record TutorialCode(string Path, string Text)
{
    /// <summary>Reads the pieces of a page in their order.</summary>
    public static IReadOnlyList<TutorialCode> Read(string page)
    {
        var matches = Regex.Matches(
            File.ReadAllText(page),
            "`(?<file>(src|tests)/[^`]+\\.cs)`[^`]*(`[A-Za-z]+`[^`]*)*\\n```csharp\\n(?<code>.*?)```",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(30));
        Assert.That(matches, Has.Count.EqualTo(4));
        return [.. matches.Select(match => new TutorialCode(match.Groups["file"].Value, match.Groups["code"].Value))];
    }

    /// <summary>Writes the file, or replaces in it what begins as the piece does.</summary>
    public void PutInto(string project)
    {
        var file = System.IO.Path.Combine(project, Path);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, Text);
            return;
        }

        var (content, first) = (File.ReadAllText(file), Text.Split('\n')[0]);
        var isStatement = first.EndsWith(';');
        var start = content.IndexOf(isStatement ? first.Split('=')[0] + "=" : first + "\n", StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThan(0), $"{Path} has no '{first}'.");
        var closing = isStatement ? "\n" : "\n    }\n";
        var end = content.IndexOf(closing, start, StringComparison.Ordinal) + closing.Length;
        File.WriteAllText(file, content[..start] + Text + content[end..]);
    }
}
