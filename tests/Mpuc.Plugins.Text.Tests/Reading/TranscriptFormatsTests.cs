using Mpuc.Plugins.Text.Reading;

namespace Mpuc.Plugins.Text.Tests.Reading;

/// <summary>
/// The forms in which words come with times; each is tried under its own extension and as <c>.txt</c>, because the content decides.
/// </summary>
[TestFixture]
internal sealed class TranscriptFormatsTests
{
    private const string LongGrid =
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0 \nxmax = 4 \ntiers? <exists> \nsize = 2 \nitem []: \n"
        + "    item [1]:\n        class = \"IntervalTier\" \n        name = \"phones\" \n        xmin = 0 \n        xmax = 4 \n        "
        + "intervals: size = 1 \n"
        + "        intervals [1]:\n            xmin = 0 \n            xmax = 4 \n            text = \"S\" \n"
        + "    item [2]:\n        class = \"IntervalTier\" \n        name = \"words\" \n        xmin = 0 \n        xmax = 4 \n        "
        + "intervals: size = 3 \n"
        + "        intervals [1]:\n            xmin = 0 \n            xmax = 1 \n            text = \"so\" \n"
        + "        intervals [2]:\n            xmin = 1 \n            xmax = 3 \n            text = \"home\" \n"
        + "        intervals [3]:\n            xmin = 3 \n            xmax = 4 \n            text = \"\" \n";

    private const string ShortGrid =
        "File type = \"ooTextFile\"\r\nObject class = \"TextGrid\"\r\n\r\n0\r\n4\r\n<exists>\r\n1\r\n\"IntervalTier\"\r\n\"anything\"\r\n0\r\n4\r\n2\r\n0\r\n1\r\n\"so\"\r\n1\r\n3\r\n\"home\"\r\n";

    private TemporaryFolder _folder = null!;

    // Every one of these says "so" from 0 to 1 s and "home" from 1 to 3 s.
    internal static readonly object[] Alike =
    [
        new object[] { ".TextGrid", LongGrid },
        new object[] { ".TextGrid", ShortGrid },
        new object[] { ".srt", "1\r\n00:00:00,000 --> 00:00:01,000\r\n<i>so</i>\r\n\r\n2\r\n00:00:01,000 --> 00:00:03,000\r\n{\\an8}home [door closes]\r\n" },
        new object[] { ".srt", "1\n00:00:00,000 --> 00:00:01,000\nso\n2\n00:00:01,000 --> 00:00:03,000\nhome\n" },
        new object[] { ".vtt", "WEBVTT - a title\n\nNOTE no words\n\nSTYLE\n::cue { color: red }\n\nfirst\n00:00.000 --> 00:01.000 align:start\n<v Anna>so\n\n00:01.000 --> 00:03.000\nho<00:02.000>me\n" },
        new object[] { ".sbv", "0:00:00.000,0:00:01.000\nso\n\n0:00:01.000,0:00:03.000\nhome\n" },
        new object[] { ".txt", "[00:00.000 --> 00:01.000]  so\n[00:01.000 --> 00:03.000]  home\n" },
        new object[]
        {
            ".ass",
            "[Script Info]\nTitle: words\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\nFormat: Layer, "
                + "Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
            + "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not this\nDialogue: "
            + "0,0:00:00.00,0:00:01.00,Default,,0,0,0,,{\\b1}so\nDialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,home\n",
        },
        new object[] { ".lab", "0 10000000 so\n10000000 30000000 home\n" },
        new object[] { ".align", "0 25000 so\n25000 75000 home\n" },
        new object[] { ".align", "0.00 1.00 so\n1.00 3.00 home\n" },
        new object[] { ".txt", "0.000000\t1.000000\tso\n1.000000\t3.000000\thome\n" },
        new object[] { ".ctm", ";; words\nclip 1 0.00 1.00 so 0.98\nclip 1 1.00 2.00 home 0.91\n" },
        new object[] { ".tsv", "start\tend\ttext\n0\t1000\tso\n1000\t3000\thome\n" },
        new object[] { ".txt", "start,end,word\n0,1,so\n1,3,home\n" },
        new object[] { ".txt", "clip___0___0.0___1.0___so\nclip___1___1.0___3.0___home\n" },
        new object[] { ".txt", "Ses00X_impro00_F000 [000.0000-001.0000]: so\nM: not timed\nSes00X_impro00_M000 [001.0000-003.0000]: [LAUGHTER] home\n" },
        new object[] { ".json", "{\"text\":\"so home\",\"segments\":[{\"id\":0,\"start\":0,\"end\":3,\"text\":\" so home\",\"words\":[{\"word\":\" so\",\"start\":0,\"end\":1},{\"word\":\" home\",\"start\":1,\"end\":3}]}]}" },
        new object[] { ".json", "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"so\"},{\"start\":1,\"end\":3.0,\"text\":\"home\"}],\"word_segments\":[{\"word\":\"so\",\"start\":0,\"end\":1}]}" },
        new object[] { ".json", "{\n \"result\": [\n {\"conf\":1.0,\"end\":1.0,\"start\":0.0,\"word\":\"so\"},\n {\"conf\":1.0,\"end\":3.0,\"start\":1.0,\"word\":\"home\"}],\n \"text\":\"so home\"}" },
        new object[] { ".json", "{\"transcript\":\"so home\",\"words\":[{\"case\":\"success\",\"word\":\"so\",\"start\":0,\"end\":1},{\"case\":\"success\",\"word\":\"home\",\"start\":1,\"end\":3}]}" },
        new object[] { ".json", "{\"transcription\":[{\"offsets\":{\"from\":0,\"to\":1000},\"text\":\" so\"},{\"offsets\":{\"from\":1000,\"to\":3000},\"text\":\" home\"}]}" },
        new object[] { ".json", "{\"fragments\":[{\"begin\":\"0.000\",\"end\":\"1.000\",\"lines\":[\"so\"]},{\"begin\":\"1.000\",\"end\":\"3.000\",\"lines\":[\"home\"]}]}" },
        new object[] { ".json", "{\"results\":[{\"alternatives\":[{\"words\":[{\"startTime\":\"0s\",\"endTime\":\"1s\",\"word\":\"so\"},{\"startTime\":\"1s\",\"endTime\":\"3s\",\"word\":\"home\"}]},{\"words\":[]}]}]}" },
        new object[]
        {
            ".json",
            "{\"results\":{\"transcripts\":[{\"transcript\":\"so "
                + "home\"}],\"items\":[{\"start_time\":\"0.0\",\"end_time\":\"1.0\",\"alternatives\":[{\"content\":\"so\"}]},"
            + "{\"start_time\":\"1.0\",\"end_time\":\"3.0\",\"alternatives\":[{\"content\":\"home\"}]}]}}",
        },
        new object[] { ".json", "[{\"word\":\"so\",\"start\":0,\"end\":1},{\"word\":\"home\",\"start\":1,\"end\":3}]" },
        new object[] { ".txt", "{\"word\":\"so\",\"start\":0,\"end\":1}\n{\"word\":\"home\",\"start\":1,\"end\":3}\n" },
    ];

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCaseSource(nameof(Alike))]
    public void The_words_are_read_with_their_times(string extension, string content) => Assert.That(
        Read($"clip{extension}", content).Words, Is.EqualTo(new[] { new TimedText("so", 0, 1), new TimedText("home", 1, 3) }));

    [TestCaseSource(nameof(Alike))]
    public void Under_the_name_of_plain_text_they_are_the_same(string extension, string content)
    {
        // Whole numbers alone do not say their unit; the extension does.
        if (extension == ".lab" || (extension == ".align" && !content.Contains('.', StringComparison.Ordinal)))
        {
            Refuses(
                "clip.txt",
                content,
                "whole numbers, whose unit nothing tells; name it .align for 1/25000 s (GRID) or .lab for 100 ns (HTK), or write "
                    + "seconds with fractions.");
            return;
        }

        Assert.That(Read("clip.txt", content).Words, Is.EqualTo(new[] { new TimedText("so", 0, 1), new TimedText("home", 1, 3) }));
    }

    [Test]
    public void A_text_grid_lasts_to_its_end() => Assert.That(Read("clip.TextGrid", LongGrid).Duration, Is.EqualTo(4));

    [Test]
    public void A_sentences_words_share_its_time_so_that_a_span_keeps_those_spoken_in_it()
    {
        var path = _folder.Write("clip.srt", "1\n00:00:01,000 --> 00:00:05,000\nso we went home\n");

        var transcript = new TranscriptReader(new ReadingOptions()).Read(new ModalitySource(path) { Start = 3, End = 6 });

        Assert.That(transcript.Words, Is.EqualTo(new[] { new TimedText("went", 0, 1), new TimedText("home", 1, 2) }));
    }

    [Test]
    public void A_word_that_an_aligner_did_not_find_is_said_between_its_neighbours() => Assert.That(
        Read("clip.json", "{\"words\":[{\"word\":\"so\",\"start\":0,\"end\":1},{\"word\":\"42\",\"case\":\"not-found-in-audio\"},{\"word\":\"home\",\"start\":2,\"end\":3}]}").Words,
        Is.EqualTo(new[] { new TimedText("so", 0, 1), new TimedText("42", 1, 2), new TimedText("home", 2, 3) }));

    [TestCase("clip.srt", "1\n00:00:0\u0661,000 --> 00:00:02,000\nso\n")]
    [TestCase("clip.lrc", "[00:0\u0661.00]so\n")]
    public void Digits_of_other_scripts_make_no_time(string name, string content) =>
        Assert.That(Read(name, content), Is.EqualTo(new Transcript(content, null, null)));

    [TestCase(
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n\u0664\n<exists>\n",
        "clip.TextGrid",
        "a TextGrid has xmax here, not '<exists>'.")]
    [TestCase(
        "[Events]\nDialogue: 0,0:00:0\u0661.00,0:00:02.00,Default,,0,0,0,,so\n[Script Info]\nDialogue: 0,0:00:00.00,0:00:01.00,a,b\n",
        "clip.ass",
        "with times such as 0:00:01.50.")]
    public void Digits_of_other_scripts_are_refused_where_a_number_must_stand(string content, string name, string message) =>
        Refuses(name, content, message);

    [TestCase(
        "clip.json",
        "{\"words\":[{\"word\":\"so\\ud83d\",\"start\":0,\"end\":1}]}",
        "is JSON with a text that is none in Unicode, such as half of a character as \\ud83d; write it again.")]
    [TestCase(
        "clip.json",
        "{\"words\":[{\"w\\udc00rd\":\"so\",\"start\":0,\"end\":1}]}",
        "is JSON with a text that is none in Unicode, such as half of a character as \\ud83d; write it again.")]
    [TestCase(
        "clip.jsonl",
        "{\"word\":\"so\\ud83d\",\"start\":0,\"end\":1}\n",
        "line 1: a text is none in Unicode, such as half of a character as \\ud83d; write the line again.")]
    public void A_text_that_is_none_in_Unicode_is_refused(string name, string content, string message) => Refuses(name, content, message);

    // Twice as long for each level would be minutes.
    [Test]
    [MaxTime(2000)]
    public void Words_deep_in_JSON_are_looked_for_once()
    {
        var content = string.Concat(Enumerable.Repeat("{\"words\":", 28)) + "[]" + new string('}', 28);
        Refuses(
            "clip.json",
            content,
            "is JSON in which no word has times; it must hold objects with a 'word' or a 'text' and its 'start' and 'end' in seconds.");
    }

    [Test]
    public void Comments_before_no_element_are_passed_once()
    {
        var content = string.Concat(Enumerable.Repeat("<!-- a --> ", 200)) + "so";
        Assert.That(Read("clip.txt", content), Is.EqualTo(new Transcript(content, null, null)));
    }

    [Test]
    public void A_mark_that_never_ends_is_passed_once()
    {
        var content = "<" + new string('a', 200_000);
        Assert.That(Read("clip.txt", content), Is.EqualTo(new Transcript(content, null, null)));
    }

    [TestCase("So we went home.\n")]
    [TestCase("At 10 30 we went home.\n")]
    [TestCase("10 30 people went home.\n")]
    [TestCase("Room 2 5 6 people.\n")]
    [TestCase("I <3 you -> home\n")]
    [TestCase("It was 10:30. We went home at 11:45.\nWe slept.\n")]
    [TestCase("[laughs] So we went home.\n")]
    [TestCase("So: home.\nHow?\n")]
    public void Plain_text_stays_plain_text(string content) =>
        Assert.That(Read("clip.txt", content), Is.EqualTo(new Transcript(content, null, null)));

    [TestCase(
        "clip.eaf",
        "<?xml version=\"1.0\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"\"><HEADER/></ANNOTATION_DOCUMENT>\n",
        "is an ELAN file (.eaf), which is not read; write it as .srt")]
    [TestCase(
        "clip.txt",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><p begin=\"0s\">so</p></body></tt>",
        "is subtitles in TTML, which is not read")]
    [TestCase(
        "clip.trs",
        "<?xml version=\"1.0\"?><!DOCTYPE Trans SYSTEM \"trans.dtd\"><Trans><Episode/></Trans>",
        "is a Transcriber file (.trs), which is not read")]
    [TestCase("clip.txt", "<odd><w>so</w></odd>", "is XML with the root 'odd', which is not read")]
    [TestCase("clip.cha", "@UTF8\n@Begin\n*CHI:\tso home .\n@End\n", "is a CHAT transcript (CLAN), which is not read")]
    [TestCase("clip.txt", "#!MLF!#\n\"*/clip.lab\"\n0 100 so\n.\n", "is a master label file (HTK), which is not read")]
    [TestCase("clip.txt", "00:01 So we went\n00:03 home\n", "line 1: the lines begin with times in a form that is not read")]
    [TestCase("clip.json", "{\"pose\":[1,2]}", "is JSON in which no word has times")]
    [TestCase("clip.txt", "{\"word\":\"so\",", "line 1: the file starts as JSON but is none")]
    [TestCase(
        "clip.TextGrid",
        "File type = \"ooTextFile\"\nObject class = \"Sound 2\"\n0\n1\n",
        "is a file of Praat's that holds 'Sound 2'; a transcript must be a TextGrid.")]
    [TestCase(
        "clip.TextGrid",
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0\n1\n<exists>\n1\n\"IntervalTier\"\n\"words\"\n0\n1\n1\n0\n",
        "line 13: a TextGrid has a time here, where the file ends.")]
    [TestCase("clip.srt", "1\n00:00:03,000 --> 00:00:01,000\nso\n", "line 2: the word 'so' ends at 1 s, before its start at 3 s.")]
    [TestCase(
        "clip.ass", "[Events]\nDialogue: 0,0:00:00.00,0:00:01.00,D,,0,0,0,,so\nDialogue: 0,now\n", "line 3: this is no line of subtitles")]
    [TestCase("clip.ctm", "clip 1 0.5 so\n", "line 1: this is no line of a CTM file")]
    [TestCase("clip.txt", "a___0___0.0___1.0___so\nhome\n", "line 2: this line has no times")]
    public void What_is_structured_and_not_read_or_damaged_is_named(string name, string content, string message) =>
        Refuses(name, content, message);

    [TestCase("clip.align", "0 1 so\n1 3 home\n", "2 words cannot be spoken in 0.00012 s; whole numbers are 1/25000 s here")]
    [TestCase("clip.align", "0 500 so\n500 1200 home\n", "2 words cannot be spoken in 0.048 s")]
    [TestCase("clip.lab", "0 1000 so\n1000 3000 home\n", "2 words cannot be spoken in 0.0003 s; whole numbers are 100 ns here")]
    [TestCase(
        "clip.words",
        "start,end,word\n0,500,so\n500,1200,home\n",
        "a word lasts 700 s, so its times look like milliseconds; they must be in seconds, such as 1.2.")]
    [TestCase(
        "clip.jsonl",
        "{\"word\":\"so\",\"start\":0,\"end\":500}\n{\"word\":\"home\",\"start\":500,\"end\":1200}\n",
        "its times look like milliseconds")]
    [TestCase(
        "clip.json",
        "{\"words\":[{\"text\":\"so\",\"start\":0,\"end\":500},{\"text\":\"home\",\"start\":500,\"end\":1200}]}",
        "its times look like milliseconds")]
    public void Times_of_another_unit_are_refused(string name, string content, string message) => Refuses(name, content, message);

    private Transcript Read(string name, string content) =>
        new TranscriptReader(new ReadingOptions()).Read(new ModalitySource(_folder.Write(name, content)));

    private void Refuses(string name, string content, string message) =>
        Assert.That(
            () => Read(name, content),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{_folder.File(name)}'").And.Message.Contains(message));
}
