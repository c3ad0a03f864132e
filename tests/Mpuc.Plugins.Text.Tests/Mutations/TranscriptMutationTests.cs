using System.Text;
using Mpuc.Plugins.Text.Reading;
using Mpuc.Plugins.Text.Reading.Formats;
using Mpuc.Plugins.Text.Tests.Reading;

namespace Mpuc.Plugins.Text.Tests.Mutations;

/// <summary>Damaged transcripts of every form: each is read, or refused in a sentence that names the file.</summary>
[TestFixture]
internal sealed class TranscriptMutationTests
{
    private static readonly string[] Marks =
    [
        "-->",
        "00:00:01,000",
        "[",
        "]",
        "{\\an8}",
        "<i>",
        "word",
        "start",
        "end",
        "\"words\":[",
        "\"alternatives\":",
        "\"offsets\":",
        "___",
        "Dialogue:",
        "Format:",
        "<exists>",
        "\"IntervalTier\"",
    ];

    private static IEnumerable<Parser> Parsers =>
    [
        InMemory("TextGrid", ".TextGrid", Of(".TextGrid")),
        InMemory(
            "subtitles",
            ".srt",
            [.. Of(".srt"), .. Of(".vtt"), .. Of(".sbv"), .. Of(".txt").Where(text => text.Contains("-->", StringComparison.Ordinal))]),
        InMemory("SubStation", ".ass", Of(".ass")),
        InMemory("alignments of GRID", ".align", Of(".align")),
        InMemory("alignments of HTK", ".lab", Of(".lab")),
        InMemory("CTM", ".ctm", Of(".ctm")),
        InMemory("tables of Whisper", ".tsv", Of(".tsv")),
        InMemory("JSON transcripts", ".json", Of(".json")),
        InMemory("lyrics", ".lrc", ["[ti:Words]\n[00:00.00]so\n[00:01.00]home\n[00:03]\n"]),
        InMemory("annotations and labels", ".txt", [.. Of(".txt").Where(text => !text.Contains("start,end", StringComparison.Ordinal))]),
        InMemory(
            "plain text",
            ".txt",
            [
                "So we went home.\n", "It was 10:30. We went home at 11:45.\nWe slept.\n", "<3 so\n", "caf\u00e9 \u2019tis <b>so</b>\n",
            ]) with { Tokens = ["<?xml version=\"1.0\"?>", "<!-- ", "-->", "<!DOCTYPE a>", "<tt>", "</tt>", "@UTF8", "10:30 ", "%PDF"] },
        Parser.OfFile(
            "transcripts in files",
            "clip.txt",
            () =>
                [
                    .. TranscriptFormatsTests.Alike
                        .Cast<object[]>()
                        .Select(form => Encoding.UTF8.GetBytes((string)form[1]))
                        .Where((_, place) => place is not (8 or 9)),
                ],
            ReadFile)
            with { IsText = true, Tokens = [.. Marks, "\uFEFF"] },
        Parser.OfFile(
            "tables of timed words",
            "clip.words",
            () => Bytes("start,end,word\n0,1,so\n1,3,\"ho\"\"me, sweet\"\n", "word,confidence,Start,End\nso,1,0,1\n"),
            ReadFile) with { IsText = true, Tokens = Marks },
        Parser.OfFile(
            "timed words as JSON Lines",
            "clip.jsonl",
            () => Bytes("{\"word\":\"so\",\"start\":0,\"end\":1}\n{ \"start\": 1, \"end\": 3.0, \"word\": \"h\\u00f6me\" }\n"),
            ReadFile) with { IsText = true, Tokens = Marks },
        Parser.OfFile(
            "tables of transcripts",
            "transcripts.csv",
            () => Bytes("id,speaker,text\n1,a,so we went\n2,a,\"home, \"\"sweet\"\" home\"\n", "id,text\r\n1,so\r\n2,home\r\n"),
            path => TranscriptTable.Read(path, new ReadingOptions()).Find("1"))
            with { IsText = true, Tokens = ["\"", "\"\"", ",", "\r\n", "text", "id"] },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void A_damaged_transcript_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_transcripts_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static Parser InMemory(string name, string extension, IReadOnlyList<string> corpus)
    {
        var path = $"clip{extension}";
        return Parser.OfBytes(
            name,
            () => Bytes([.. corpus]),
            bytes => TranscriptFormats.Read(path, Encoding.UTF8.GetString(bytes))) with { Subject = path, IsText = true, Tokens = Marks };
    }

    private static void ReadFile(string path) => new TranscriptReader(new ReadingOptions()).Read(new ModalitySource(path));

    private static string[] Of(string extension) =>
        [.. TranscriptFormatsTests.Alike.Cast<object[]>().Where(form => (string)form[0] == extension).Select(form => (string)form[1])];

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
