using System.Collections.Concurrent;
using System.Globalization;
using Mpuc.Plugins.Text.Reading.Formats;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>
/// Reads transcripts: a row of a table where the source has a key, timed words from <c>.words</c>, <c>.csv</c> and <c>.jsonl</c> files and
/// from whatever <see cref="TranscriptFormats"/> knows by its content, and the whole of every other file as plain text. A table is read
/// once and kept. Safe for use by several threads at once.
/// </summary>
/// <param name="options">Columns of tables, and what stands for silence.</param>
internal sealed class TranscriptReader(ReadingOptions options)
{
    private readonly ConcurrentDictionary<string, Lazy<TranscriptTable>> _tables = new(StringComparer.Ordinal);

    /// <summary>Reads one recording's transcript.</summary>
    /// <param name="source">
    /// The file or the table's row. Of timed words those count whose middle lies between the source's start and end; a text without times
    /// is all spoken between them.
    /// </param>
    /// <returns>The transcript; it may hold no word.</returns>
    /// <exception cref="MpucException">The source is missing or damaged.</exception>
    public Transcript Read(ModalitySource source)
    {
        if (source.Start < 0 || source.End <= source.Start)
        {
            throw new MpucException(
                $"A recording cannot run from {Show(source.Start)} to {Show(source.End)} in '{source.Path}'; it must start at 0 s or "
                    + "later and end after its start.");
        }

        if (source.Key is { } key)
        {
            var table = _tables.GetOrAdd(source.Path, path => new(() => TranscriptTable.Read(path, options))).Value;
            return new Transcript(table.Find(key), null, source.End - source.Start);
        }

        return Path.GetExtension(source.Path).ToUpperInvariant() switch
        {
            ".WORDS" or ".CSV" => Span(TranscriptFormats.RequireSeconds(source.Path, WordTable.Read(source.Path)), source),
            ".JSONL" or ".NDJSON" =>
                Span(
                    TranscriptFormats.RequireSeconds(
                        source.Path, WordLines.Read(source.Path, TextFile.Read(source.Path, TextFile.LongestTimed))),
                    source),
            _ => ReadFile(source),
        };
    }

    private Transcript ReadFile(ModalitySource source)
    {
        var text = TextFile.Read(source.Path, TextFile.LongestTimed);
        return TranscriptFormats.Read(source.Path, text) is { } words
            ? Span(words, source)
            : new Transcript(TextFile.RequireShort(source.Path, text), null, source.End - source.Start);
    }

    /// <summary>Takes words that the host read with their times.</summary>
    /// <param name="words">The words of the recording's span, no vectors.</param>
    /// <returns>The transcript; it may hold no word.</returns>
    public Transcript Of(TimedFeatures words)
    {
        var spoken = words.Spans.Zip(
            words.Words!, (span, word) => new TimedText(word, Math.Max(0, span.Start), Math.Min(words.Duration, span.End)));
        return new Transcript(string.Empty, [.. spoken.Where(IsSpoken)], words.Duration);
    }

    private bool IsSpoken(TimedText word) => word.Text.Length > 0 && !options.Silence.Contains(word.Text, StringComparer.OrdinalIgnoreCase);

    private Transcript Span(IReadOnlyList<TimedText> words, ModalitySource source)
    {
        var end = source.End ?? words.Select(word => word.End).DefaultIfEmpty(0).Max();
        if (words.Count > 0 && end <= source.Start)
        {
            throw new MpucException($"'{source.Path}' ends at {Show(end)}; a recording cannot start at {Show(source.Start)} in it.");
        }

        var spoken = words.Where(IsSpoken)
            .Where(word => (word.Start + word.End) / 2 is var middle && middle >= source.Start && (middle < end || source.End is null))
            .Select(word => word with { Start = Math.Max(0, word.Start - source.Start), End = Math.Min(end, word.End) - source.Start })
            .OrderBy(word => word.Start);
        return new Transcript(string.Empty, [.. spoken], end - source.Start);
    }

    private static string Show(double? seconds) => seconds?.ToString("0.###### s", CultureInfo.InvariantCulture) ?? "its end";
}
