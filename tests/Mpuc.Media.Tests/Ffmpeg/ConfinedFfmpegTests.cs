using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Mpuc.Media.Ffmpeg;
using Mpuc.Media.Tests.Video;
using Mpuc.Media.Video;
using Serilog.Core;

namespace Mpuc.Media.Tests.Ffmpeg;

/// <summary>What a file from a stranger can and cannot make ffmpeg and ffprobe do.</summary>
[TestFixture]
[Platform("Linux")]
internal sealed class ConfinedFfmpegTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{0}\n#EXT-X-ENDLIST\n", TestName = "A playlist")]
    [TestCase("ffconcat version 1.0\nfile '{0}'\n", TestName = "A list of parts")]
    [TestCase("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" mediaPresentationDuration=\"PT1S\"><Period><AdaptationSet>"
        + "<Representation id=\"1\" mimeType=\"video/mp4\"><BaseURL>{0}</BaseURL></Representation></AdaptationSet></Period></MPD>",
        TestName = "A manifest")]
    [TestCase(
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n",
        TestName = "A description of a session")]
    [TestCase("[playlist]\nFile1={0}\nNumberOfEntries=1\n", TestName = "A list of songs")]
    public void What_names_other_files_is_refused_and_none_of_them_is_opened_or_named(string text)
    {
        var other = Clips.Colours(_folder.File("somebody-elses.mkv"), 0.2);
        var path = _folder.Write(
            "clip.mp4", string.Format(System.Globalization.CultureInfo.InvariantCulture, text.Replace("{0}", other), other));

        Assert.That(
            () => OpenAsync(path),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}' cannot be read as video: ")
                .And.Message.Not.Contain("somebody").And.Message.Not.Contain("\n"));
    }

    [Test]
    public void A_picture_that_claims_to_be_huge_is_refused_by_its_size()
    {
        Clips.Require();
        var path = _folder.Write("clip.png", Picture(30000, 30000));

        Assert.That(
            () => OpenAsync(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{path}' cannot be read as video: its pictures of 30000x30000 pixels are too large; at most 67108864 pixels are read."));
    }

    [Test]
    public async Task A_picture_of_a_usual_size_is_read()
    {
        Clips.Require();
        var path = _folder.Write("clip.png", Picture(40, 30));

        Assert.That((await OpenAsync(path)).Info, Is.EqualTo(new VideoInfo(40, 30, 0, 25, null)));
    }

    [TestCase("-i.mkv")]
    [TestCase("http:--x%03d.mkv")]
    [TestCase("a:b;$(c) 'd'.mkv")]
    public async Task A_name_that_looks_like_an_option_or_an_address_is_a_name(string name)
    {
        var path = Clips.Counting(_folder.File("plain.mkv"), 3, 10);
        File.Move(path, _folder.File(name));

        var frames = 0;
        await foreach (var batch in (await OpenAsync(_folder.File(name))).ReadAsync(CancellationToken.None))
        {
            frames += batch.Count;
        }

        Assert.That(frames, Is.EqualTo(3));
    }

    [Test]
    public async Task Memory_and_processor_time_of_the_program_are_limited()
    {
        var (output, _) = await RunAsync("ulimit -v; ulimit -t", TimeSpan.FromSeconds(10));

        Assert.That(output.Split('\n')[..2], Is.EqualTo(new[] { "4194304", "40" }), "KiB, and seconds of four threads");
    }

    [Test]
    public async Task A_program_that_uses_up_its_processor_time_is_a_refusal()
    {
        var (_, outcome) = await RunAsync("kill -XCPU $$", TimeSpan.FromSeconds(10));

        Assert.That(
            outcome.RequireSuccess,
            Throws.TypeOf<MpucException>().With.Message.StartsWith(
                "'clip.mp4' cannot be read as video: it takes ffmpeg more processor time"));
    }

    [TestCase("[x @ 0x1] Failed to open segment '/etc/hostname'", "Failed to open segment [another file]")]
    [TestCase("Error opening file:/root/.ssh/id_rsa for reading", "Error opening [another file] for reading")]
    [TestCase("Error when loading first segment 'http://a/b.ts'", "Error when loading first segment [another file]")]
    [TestCase("a \u001b[31mred\u0007 word", "a  [31mred  word")]
    [TestCase("file:clip.mp4: Invalid data found", "Invalid data found")]
    public async Task A_complaint_names_no_other_file_and_steers_no_terminal(string complaint, string expected)
    {
        File.WriteAllText(_folder.File("complaint"), complaint);
        var (_, outcome) = await RunAsync("cat complaint >&2; exit 1", TimeSpan.FromSeconds(10));

        Assert.That(outcome.Complaint, Is.EqualTo(expected));
    }

    private static Task<VideoRecording> OpenAsync(string path) =>
        new VideoReader(new VideoReadingOptions { FrameRate = 10 }, Logger.None)
            .OpenAsync(new ModalitySource(path), CancellationToken.None);

    private async Task<(string Output, FfmpegOutcome Outcome)> RunAsync(string script, TimeSpan timeout)
    {
        var command = new FfmpegCommand("clip.mp4", [])
        {
            Program = _folder.WriteScript("fake-ffmpeg", script),
            Medium = "video",
            Timeout = timeout,
        };
        using var process = FfmpegProcess.Start(command, CancellationToken.None);
        var buffer = new byte[1000];
        var length = await process.ReadFullAsync(buffer);
        return (Encoding.UTF8.GetString(buffer, 0, length), await process.EndAsync());
    }

    /// <summary>A PNG of any size whose pixels are black as far as they go.</summary>
    private static byte[] Picture(int width, int height)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, .. "PNG\r\n\x1a\n"u8]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(new byte[Math.Min(1L << 16, ((3L * width) + 1) * height)]);
        }

        Chunk(stream, "IHDR"u8, header);
        Chunk(stream, "IDAT"u8, pixels.ToArray());
        Chunk(stream, "IEND"u8, []);
        return stream.ToArray();
    }

    private static void Chunk(Stream stream, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        byte[] body = [.. name, .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        stream.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        stream.Write(number);
    }

    // The check sum of PNG (ISO 3309), bit by bit.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
