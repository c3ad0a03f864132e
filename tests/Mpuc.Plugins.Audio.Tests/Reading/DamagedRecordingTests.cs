using Mpuc.Plugins.Audio.Reading;
using Serilog.Core;

namespace Mpuc.Plugins.Audio.Tests.Reading;

[TestFixture]
internal sealed class DamagedRecordingTests
{
    private readonly AudioReader _reader = new(new ReadingOptions { MaxSeconds = 60 }, Logger.None);

    private TemporaryFolder _folder = null!;

    private string Path => _folder.File("some.wav");

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_missing_file_is_named() => AssertRefused(new ModalitySource(Path), $"The recording '{Path}' does not exist.");

    [Test]
    public void A_folder_is_refused() => AssertRefused(new ModalitySource(_folder.Path), $"'{_folder.Path}' is a folder, not a recording.");

    [Test]
    public void A_file_of_zero_bytes_is_refused() => AssertRefused([], $"'{Path}' is empty (0 bytes); record or copy it again.");

    [Test]
    public void A_header_of_44_bytes_without_samples_is_refused()
    {
        var file = WavFile.Of([], 16000);

        Assert.That(file, Has.Length.EqualTo(44));
        AssertRefused(file, $"'{Path}' has a header but no samples; record or copy it again.");
    }

    [TestCase(1)]
    [TestCase(999)]
    [TestCase(768_001)]
    [TestCase(int.MaxValue)]
    public void A_rate_that_no_recording_has_is_refused(int rate) => AssertRefused(
        WavFile.Of(Signals.Noise(100, 1), rate),
        $"'{Path}' says {rate} samples per second, which no recording has; its header is damaged, for there are 1000 to 768000.");

    [TestCase(1000)]
    [TestCase(768_000)]
    public async Task The_lowest_and_the_highest_rate_are_read(int rate)
    {
        var path = _folder.Write("rate.wav", WavFile.Of(Signals.Noise(rate / 10, 1), rate));

        Assert.That(await _reader.ReadAsync(new ModalitySource(path), CancellationToken.None), Has.Length.EqualTo(1600));
    }

    [Test]
    public void A_file_without_a_data_chunk_is_refused() => AssertRefused(
        new WavFile().Format(1, 1, 16000, 16).Chunk("LIST", new byte[6]).ToBytes(),
        $"'{Path}' has a header but no samples: the 'data' chunk is missing; record or copy it again.");

    [Test]
    public void A_stream_of_unknown_size_that_holds_nothing_is_refused() => AssertRefused(
        new WavFile().Format(1, 1, 16000, 16).Chunk("data", [], uint.MaxValue).ToBytes(),
        $"'{Path}' has a header but no samples; record or copy it again.");

    [TestCase(3000)]
    [TestCase(44)]
    public void A_truncated_file_is_refused_with_what_was_promised_and_found(int length) => AssertRefused(
        WavFile.Of(Signals.Noise(5000, 1), 16000)[..length],
        $"'{Path}' is truncated: its header promises 10000 bytes of samples, but {length - 44} are there; copy or record it again.");

    [Test]
    public void A_wide_size_beyond_the_file_is_refused()
    {
        byte[] sizes = [.. BitConverter.GetBytes(100L), .. BitConverter.GetBytes(5_000_000_000L), .. new byte[12]];
        var file = new WavFile("RF64").Chunk("ds64", sizes).Format(1, 1, 16000, 16).Chunk("data", [1, 2], uint.MaxValue);

        AssertRefused(
            file.ToBytes(),
            $"'{Path}' is truncated: its header promises 5000000000 bytes of samples, but 2 are there; copy or record it again.");
    }

    [Test]
    public void A_file_without_a_format_is_refused() => AssertRefused(
        new WavFile().Data(new byte[8]).ToBytes(),
        $"'{Path}' is damaged: it starts as a WAV file but has no 'fmt ' chunk that says how its samples are stored.");

    [Test]
    public void A_format_that_is_cut_off_is_refused() => AssertRefused(
        new WavFile().Chunk("fmt ", [1, 0, 1, 0]).ToBytes(),
        $"'{Path}' is damaged: its 'fmt ' chunk should have at least 16 bytes and has 4.");

    [TestCase(0, 16000)]
    [TestCase(1, 0)]
    public void A_format_that_contradicts_itself_is_refused(int channels, int sampleRate) => AssertRefused(
        new WavFile().Format(1, channels, sampleRate, 16).Data(new byte[8]).ToBytes(),
        $"'{Path}' is damaged: its header says {channels} channels, {sampleRate} samples per second and {2 * channels} bytes per frame.");

    [TestCase(float.NaN, "NaN")]
    [TestCase(float.PositiveInfinity, "an infinite value")]
    [TestCase(float.NegativeInfinity, "an infinite value")]
    public void A_sample_that_is_no_number_is_refused_with_its_index(float sample, string what)
    {
        var samples = Signals.Noise(20_000, 1);
        samples[17_001] = sample;

        AssertRefused(WavFile.OfFloats(samples, 16000), $"'{Path}' holds {what} at sample 17001; every sample must be a finite number.");
    }

    [Test]
    public void The_index_of_a_bad_sample_counts_from_the_files_start()
    {
        var samples = Signals.Noise(2000, 1);
        (samples[10], samples[1500]) = (float.NaN, float.NaN);

        AssertRefused(
            new ModalitySource(_folder.Write("some.wav", WavFile.OfFloats(samples, 1000))) { Start = 1 },
            $"'{Path}' holds NaN at sample 1500; every sample must be a finite number.");
    }

    [Test]
    public void A_recording_over_the_limit_is_refused() => AssertRefused(
        WavFile.Of(new float[1000 * 61], 1000),
        $"'{Path}' is longer than 60 s; cut it into parts with 'start' and 'end', or raise 'maxSeconds'.");

    [Test]
    public void A_start_behind_the_end_of_the_file_is_refused() => AssertRefused(
        new ModalitySource(Tone()) { Start = 2 },
        $"'{Path}' lasts 1 s, so a recording cannot start at 2 s in it.");

    [Test]
    public void A_negative_start_is_refused() => AssertRefused(
        new ModalitySource(Tone()) { Start = -1 },
        $"A recording cannot start at -1 s in '{Path}'; the start must be at least 0.");

    [Test]
    public void An_end_before_the_start_is_refused() => AssertRefused(
        new ModalitySource(Tone()) { Start = 0.5, End = 0.25 },
        $"The part of '{Path}' from 0.5 s to 0.25 s holds no sample; the end must lie after the start.");

    [Test]
    public void A_row_of_a_table_is_no_recording() => AssertRefused(
        new ModalitySource(Tone()) { Key = "row" },
        $"An audio recording is a whole file or a span of one, not the row 'row' of the table '{Path}'.");

    private string Tone() => _folder.Write("some.wav", WavFile.Of(Signals.Tone(100, 1000, 1), 1000));

    private void AssertRefused(byte[] content, string message) =>
        AssertRefused(new ModalitySource(_folder.Write("some.wav", content)), message);

    private void AssertRefused(ModalitySource source, string message) =>
        Assert.That(() => _reader.ReadAsync(source, CancellationToken.None), Throws.TypeOf<MpucException>().With.Message.EqualTo(message));
}
