namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>A file's text, and its lines.</summary>
internal sealed class TranscriptText
{
    /// <summary>Takes a text apart.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    public TranscriptText(string path, string text)
    {
        (Path, Text, Extension) = (path, text, System.IO.Path.GetExtension(path).ToLowerInvariant());
        Lines = [.. text.Split('\n').Select((line, index) => new FileLine(path, index + 1, line.Trim()))];
        First = Lines.FirstOrDefault(line => line.Text.Length > 0);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The extension in lower case, with its dot.</summary>
    public string Extension { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>All lines, blank ones too.</summary>
    public IReadOnlyList<FileLine> Lines { get; }

    /// <summary>The first line that is not blank; with a null text where there is none.</summary>
    public FileLine First { get; }

    /// <summary>Whether the first line starts with a text, in whatever case.</summary>
    /// <param name="start">The text.</param>
    /// <returns>True where it does.</returns>
    public bool StartsWith(string start) => First.Text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true;
}
