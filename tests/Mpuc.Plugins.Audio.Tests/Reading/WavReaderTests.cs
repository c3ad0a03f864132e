using Mpuc.Plugins.Audio.Reading;
using Mpuc.Plugins.Audio.Reading.Wav;

namespace Mpuc.Plugins.Audio.Tests.Reading;

[TestFixture]
internal sealed class WavReaderTests
{
    // -1, 0, one half and almost 1 in every sample type.
    private static readonly object[] Encodings =
    [
        new object[] { 1, 8, new byte[] { 0, 128, 192, 255 }, 127 / 128.0 },
        new object[] { 1, 16, new byte[] { 0, 0x80, 0, 0, 0, 0x40, 0xFF, 0x7F }, 32767 / 32768.0 },
        new object[] { 1, 24, new byte[] { 0, 0, 0x80, 0, 0, 0, 0, 0, 0x40, 0xFF, 0xFF, 0x7F }, 8388607 / 8388608.0 },
        new object[] { 1, 32, new byte[] { 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x40, 0xFF, 0xFF, 0xFF, 0x7F }, 1.0 },
        new object[] { 3, 32, Bytes(BitConverter.GetBytes, -1f, 0f, 0.5f, 0.999f), 0.999 },
        new object[] { 3, 64, Bytes(BitConverter.GetBytes, -1d, 0d, 0.5d, 0.999d), 0.999 },
    ];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCaseSource(nameof(Encodings))]
    public void Every_sample_type_has_full_scale_at_one(int tag, int bits, byte[] data, double last)
    {
        var waveform = Read(new WavFile().Format(tag, 1, 8000, bits).Data(data).ToBytes());

        Assert.That(waveform.SampleRate, Is.EqualTo(8000));
        Assert.That(waveform.Samples, Is.EqualTo(new[] { -1, 0, 0.5f, (float)last }).Within(1e-7));
    }

    [TestCaseSource(nameof(Encodings))]
    public void The_extensible_header_means_the_same(int tag, int bits, byte[] data, double last)
    {
        var waveform = Read(new WavFile().ExtensibleFormat(tag, 1, 44100, bits).Data(data).ToBytes());

        Assert.That(waveform.SampleRate, Is.EqualTo(44100));
        Assert.That(waveform.Samples[^1], Is.EqualTo((float)last).Within(1e-7));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(6)]
    public void Channels_are_downmixed_to_their_mean(int channels)
    {
        var values = Enumerable.Range(0, channels * 5).Select(value => (float)Math.Sin(value)).ToArray();

        var waveform = Read(new WavFile().Format(3, channels, 16000, 32).Data(Bytes(BitConverter.GetBytes, values)).ToBytes());

        Assert.That(waveform.Samples, Is.EqualTo(values.Chunk(channels).Select(frame => frame.Average())).Within(1e-7));
    }

    [Test]
    public void Chunks_may_come_in_any_order()
    {
        var file = new WavFile().Chunk("LIST", new byte[10]).Data([0, 0x40, 0, 0xC0]).Chunk("junk", new byte[4]).Format(1, 1, 16000, 16);

        Assert.That(Read(file.ToBytes()).Samples, Is.EqualTo(new[] { 0.5f, -0.5f }));
    }

    [Test]
    public void A_chunk_of_odd_size_is_followed_by_a_byte_of_padding()
    {
        var file = new WavFile().Chunk("LIST", new byte[11]).Format(1, 1, 16000, 8).Data([192, 64, 128]).Chunk("id3 ", new byte[3]);

        Assert.That(Read(file.ToBytes()).Samples, Is.EqualTo(new[] { 0.5f, -0.5f, 0 }));
    }

    [Test]
    public void A_stream_of_unknown_size_is_read_to_the_files_end()
    {
        var file = new WavFile().Format(1, 1, 16000, 16).Chunk("data", [0, 0x40, 0, 0xC0], uint.MaxValue);

        Assert.That(Read(file.ToBytes()).Samples, Is.EqualTo(new[] { 0.5f, -0.5f }));
    }

    [Test]
    public void The_wide_size_of_RF64_counts()
    {
        byte[] sizes = [.. BitConverter.GetBytes(100L), .. BitConverter.GetBytes(4L), .. BitConverter.GetBytes(2L), 0, 0, 0, 0];
        var file = new WavFile("RF64")
            .Chunk("ds64", sizes)
            .Format(1, 1, 16000, 16)
            .Chunk("data", [0, 0x40, 0, 0xC0], uint.MaxValue)
            .Chunk("LIST", new byte[6]);

        Assert.That(Read(file.ToBytes()).Samples, Is.EqualTo(new[] { 0.5f, -0.5f }));
    }

    [TestCase("BW64")]
    public void The_newer_name_of_RF64_means_the_same(string form)
    {
        byte[] sizes = [.. BitConverter.GetBytes(100L), .. BitConverter.GetBytes(4L), .. BitConverter.GetBytes(2L), 0, 0, 0, 0];
        var file = new WavFile(form).Chunk("ds64", sizes).Format(1, 1, 16000, 16).Chunk("data", [0, 0x40, 0, 0xC0], uint.MaxValue);

        Assert.That(Read(file.ToBytes()).Samples, Is.EqualTo(new[] { 0.5f, -0.5f }));
    }

    [TestCaseSource(nameof(Encodings))]
    public void A_big_endian_file_has_the_same_samples_in_every_type(int tag, int bits, byte[] data, double last)
    {
        var waveform = Read(BigEndian(tag, 8000, bits, data));

        Assert.That(waveform.SampleRate, Is.EqualTo(8000));
        Assert.That(waveform.Samples, Is.EqualTo(new[] { -1, 0, 0.5f, (float)last }).Within(1e-7));
    }

    [Test]
    public void Channels_of_a_big_endian_file_are_downmixed_to_their_mean()
    {
        var file = BigEndian(1, 16000, 16, [0, 0x40, 0, 0x20]);
        file[22 + 1] = 2;
        file[32 + 1] = 4;

        Assert.That(Read(file).Samples, Is.EqualTo(new[] { 0.375f }));
    }

    // What sox, others and a crashed recorder leave where the size belongs.
    [TestCase(0u)]
    [TestCase(0x7FFF_F000u)]
    [TestCase(0x7FFF_FFFFu)]
    [TestCase(0x8000_0000u)]
    [TestCase(0xFFFF_FFFFu)]
    [TestCase(1000u)]
    public void Of_a_size_that_the_file_belies_all_samples_are_read_and_the_doubt_is_said(uint size)
    {
        var samples = Signals.Noise(5000, 1);
        byte[] data = [.. samples.SelectMany(BitConverter.GetBytes)];

        var waveform = Read(new WavFile().Format(3, 1, 16000, 32).Chunk("data", data, size).ToBytes());

        Assert.That(waveform.Samples, Is.EqualTo(samples));
        Assert.That(waveform.Doubt, Does.StartWith($"its header says {size} bytes of samples and 20000 are there"));
    }

    [TestCase("LIST")]
    [TestCase("id3 ")]
    public void A_chunk_behind_the_samples_is_none_of_them(string id)
    {
        var waveform = Read(new WavFile().Format(1, 1, 16000, 16).Data([0, 0x40, 0, 0xC0]).Chunk(id, new byte[9000]).ToBytes());

        Assert.That(waveform.Samples, Is.EqualTo(new[] { 0.5f, -0.5f }));
        Assert.That(waveform.Doubt, Is.Null);
    }

    [Test]
    public void A_tag_without_a_chunk_around_it_behind_the_samples_is_none_of_them()
    {
        byte[] file = [.. new WavFile().Format(1, 1, 16000, 16).Data([0, 0x40, 0, 0xC0]).ToBytes(), .. "TAG"u8, .. new byte[125]];

        Assert.That(Read(file).Samples, Is.EqualTo(new[] { 0.5f, -0.5f }));
    }

    [Test]
    public void A_frame_that_is_cut_off_at_the_end_is_left_out()
    {
        var waveform = Read(new WavFile().Format(1, 2, 16000, 16).Data([0, 0x40, 0, 0x40, 1]).ToBytes());

        Assert.That(waveform.Samples, Is.EqualTo(new[] { 0.5f }));
    }

    [TestCase(0, null, 0, 1000)]
    [TestCase(0.25, null, 250, 1000)]
    [TestCase(0, 0.5, 0, 500)]
    [TestCase(0.125, 0.375, 125, 375)]
    [TestCase(0.9, 7.0, 900, 1000)]
    public void Start_and_end_select_a_part(double start, double? end, int first, int last)
    {
        var samples = Signals.Noise(1000, 3);
        var path = _folder.Write("part.wav", WavFile.OfFloats(samples, 1000));

        var waveform = WavReader.TryRead(new ModalitySource(path) { Start = start, End = end }, 60, CancellationToken.None)!;

        Assert.That(waveform.Samples, Is.EqualTo(samples[first..last]));
    }

    [Test]
    public void A_recording_of_many_blocks_is_read_whole()
    {
        var samples = Signals.Noise(100_001, 4);

        Assert.That(Read(WavFile.OfFloats(samples, 16000)).Samples, Is.EqualTo(samples));
    }

    [TestCase(2)]
    [TestCase(6)]
    [TestCase(7)]
    [TestCase(0x55)]
    public void Compressed_samples_are_left_to_ffmpeg(int tag)
    {
        var path = _folder.Write("compressed.wav", new WavFile().Format(tag, 1, 8000, 8).Data(new byte[100]).ToBytes());

        Assert.That(WavReader.TryRead(new ModalitySource(path), 60, CancellationToken.None), Is.Null);
    }

    [TestCase("OggS and more bytes of some other container")]
    [TestCase("RIFF")]
    [TestCase("RIFF----AVI LIST")]
    [TestCase("x")]
    public void Another_container_is_left_to_ffmpeg(string content)
    {
        var path = _folder.Write("other", System.Text.Encoding.ASCII.GetBytes(content));

        Assert.That(WavReader.TryRead(new ModalitySource(path), 60, CancellationToken.None), Is.Null);
    }

    // The same file as WavFile writes, with every number turned round.
    private static byte[] BigEndian(int tag, int rate, int bits, byte[] data)
    {
        var file = new WavFile("RIFX")
            .Format(tag, 1, rate, bits)
            .Data([.. data.Chunk(bits / 8).SelectMany(sample => sample.Reverse())])
            .ToBytes();
        foreach (var (offset, size) in new[] { (4, 4), (16, 4), (20, 2), (22, 2), (24, 4), (28, 4), (32, 2), (34, 2), (40, 4) })
        {
            Array.Reverse(file, offset, size);
        }

        return file;
    }

    private static byte[] Bytes<T>(Func<T, byte[]> convert, params T[] values) => [.. values.SelectMany(convert)];

    private Waveform Read(byte[] content) =>
        WavReader.TryRead(new ModalitySource(_folder.Write("some.wav", content)), 60, CancellationToken.None)!;
}
