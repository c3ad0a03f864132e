using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>Structured text that is not read: named rather than taken for words.</summary>
internal static partial class UnreadFormats
{
    private const string Right = "write it as .srt, .TextGrid, a table with the columns start, end and word, or as the plain words";

    private static readonly (string Start, string Name)[] Known =
    [
        ("@UTF8", "a CHAT transcript (CLAN)"),
        ("@Begin", "a CHAT transcript (CLAN)"),
        ("#!MLF!#", "a master label file (HTK)"),
        ("{\\rtf", "a document in RTF"),
        ("%PDF", "a PDF"),
        ("SFrm", "an alignment of Sphinx (.wdseg)"),
        ("SPKR-INFO", "an RTTM file"),
        ("SPEAKER ", "an RTTM file, which holds no words"),
        ("---\n", "a document in YAML"),
    ];

    private static readonly (string Root, string Name)[] Markup =
    [
        ("ANNOTATION_DOCUMENT", "an ELAN file (.eaf)"),
        ("tt", "subtitles in TTML"),
        ("tt:tt", "subtitles in TTML"),
        ("Trans", "a Transcriber file (.trs)"),
        ("html", "a web page"),
        ("basic-transcription", "an EXMARaLDA file"),
        ("TEI", "a TEI document"),
        ("transcript", "YouTube's captions in XML"),
        ("timedtext", "YouTube's captions in XML"),
    ];

    /// <summary>Refuses a file whose form is known not to be read, or looks like times before sentences.</summary>
    /// <param name="file">The file; none of the forms that are read.</param>
    /// <exception cref="MpucException">It is structured text.</exception>
    public static void Refuse(TranscriptText file)
    {
        if (Name(file) is { } name)
        {
            throw new MpucException($"'{file.Path}' is {name}, which is not read; {Right}.");
        }

        var lines = file.Lines.Where(line => line.Text.Length > 0).ToList();
        if (lines.Count(line => Clock().IsMatch(line.Text)) is > 0 and var timed && 2 * timed > lines.Count)
        {
            throw new MpucException(
                $"'{file.Path}', line {lines.First(line => Clock().IsMatch(line.Text)).Number}: the lines begin with times in a form "
                    + $"that is not read; {Right}.");
        }
    }

    private static string? Name(TranscriptText file)
    {
        if (Root().Match(file.Text) is { Success: true } root)
        {
            return Markup.FirstOrDefault(markup => markup.Root == root.Groups["name"].Value).Name
                ?? $"XML with the root '{root.Groups["name"].Value}'";
        }

        return Known.FirstOrDefault(known => file.Text.TrimStart().StartsWith(known.Start, StringComparison.Ordinal)).Name;
    }

    // Behind a declaration, comments and a document type: the first element of a file that starts as markup does. What was passed is not
    // gone back into: there are twice as many ways to do so for each comment more.
    [GeneratedRegex(
        @"\A\s*(?>(?:<\?[^>]*>\s*|<!--.*?-->\s*|<![^>]*>\s*)*)<(?<name>(?>[A-Za-z][\w:.-]*))(?>[^<>]*)>.*</\k<name>\s*>\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Root();

    [GeneratedRegex(
        @"^[\[(]?(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}(?:[.,][0-9]+)?[\])]?(?=\s|$|-)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
