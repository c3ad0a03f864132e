using System.Globalization;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// Praat's TextGrid, long and short: only free-standing numbers, texts in quotes and flags count, whatever stands between them, as in Praat
/// itself. The words are the tiers whose names say so (<c>words</c>, <c>Anna - words</c>), or the only tier.
/// </summary>
internal sealed partial class TextGrid : ITranscriptFormat
{
    // What aligners write where nothing is said; "sil" and "sp" are the option's.
    private static readonly string[] Nothing = ["<eps>", "<sil>", "<p:>", "sil.", "#"];

    /// <inheritdoc/>
    public bool Fits(TranscriptText file) => file.StartsWith("File type = \"ooTextFile") || file.StartsWith("\"ooTextFile")
        || (file.Extension == ".textgrid" && file.Text.Contains("TextGrid", StringComparison.Ordinal));

    /// <inheritdoc/>
    public IReadOnlyList<TimedText> Read(TranscriptText file)
    {
        var tokens = new Tokens(file);
        tokens.Text("the file's type");
        if (tokens.Text("the object's class") is not "TextGrid" and var other)
        {
            throw new MpucException($"'{file.Path}' is a file of Praat's that holds '{other}'; a transcript must be a TextGrid.");
        }

        tokens.Number("xmin");
        var end = tokens.Number("xmax");
        tokens.Skip("<exists>");
        var tiers = Enumerable.Range(0, tokens.Count("the number of tiers")).Select(_ => ReadTier(tokens)).ToList();
        return
        [
            .. Choose(file, tiers).SelectMany(tier => tier.Entries).SelectMany(entry => entry.Words()),
            new TimedText(string.Empty, end, end),
        ];
    }

    private static IEnumerable<Tier> Choose(TranscriptText file, List<Tier> tiers)
    {
        var timed = tiers.Where(tier => tier.IsInterval).ToList();
        var words = timed.Where(tier => Word().IsMatch(tier.Name)).ToList();
        return words.Count > 0 ? words
            : timed.Count == 1 ? timed
            : throw new MpucException(
                $"'{file.Path}' is a TextGrid with {(timed.Count == 0 ? "no interval tier" : $"the tiers {string.Join(", ", timed.Select(tier => $"'{tier.Name}'"))}")}; "
                + "the tier of what is said must be called 'words'.");
    }

    private static Tier ReadTier(Tokens tokens)
    {
        var isInterval = tokens.Text("a tier's class") == "IntervalTier";
        var name = tokens.Text("a tier's name");
        tokens.Number("xmin");
        tokens.Number("xmax");
        var entries = new List<TimedText>();
        for (var left = tokens.Count("the number of a tier's entries"); left > 0; left--)
        {
            var start = tokens.Number("a time");
            var end = isInterval ? tokens.Number("a time") : start;
            var text = tokens.Text("what is said");
            entries.Add(
                tokens.Line.Timed(Nothing.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) ? string.Empty : text, start, end));
        }

        return new Tier(isInterval, name, entries);
    }

    [GeneratedRegex(
        @"\b(words?|orth(ography)?|ort|transcript(ion)?|utterances?|sentences?|text)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"""(?<text>(?:[^""]|"""")*)""|(?<!\S)(?<number>-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?!\S)|(?<flag><exists>|<absent>)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();

    private sealed record Tier(bool IsInterval, string Name, IReadOnlyList<TimedText> Entries);

    private sealed class Tokens(TranscriptText file)
    {
        private Match _next = Token().Match(file.Text);
        private (int Place, int Line) _reached = (0, 1);

        /// <summary>The line of the token that was taken last.</summary>
        public FileLine Line => new(file.Path, _reached.Line, string.Empty);

        public string Text(string what) => Take(what, "text").Replace("\"\"", "\"", StringComparison.Ordinal);

        public double Number(string what) => double.Parse(Take(what, "number"), NumberStyles.Float, CultureInfo.InvariantCulture);

        public int Count(string what) => Number(what) is >= 0 and <= 1e6 and var count
            ? (int)count
            : throw Line.Error($"a TextGrid has {what} here, which must be a whole number from 0 on.");

        public void Skip(string flag)
        {
            if (_next.Value == flag)
            {
                _next = _next.NextMatch();
            }
        }

        private string Take(string what, string kind)
        {
            var place = _next.Success ? _next.Index : file.Text.Length;
            _reached = (place, _reached.Line + file.Text.AsSpan(_reached.Place, place - _reached.Place).Count('\n'));
            var group = _next.Groups[kind];
            if (!group.Success)
            {
                throw Line.Error($"a TextGrid has {what} here{(_next.Success ? $", not '{_next.Value}'" : ", where the file ends")}.");
            }

            _next = _next.NextMatch();
            return group.Value;
        }
    }
}
