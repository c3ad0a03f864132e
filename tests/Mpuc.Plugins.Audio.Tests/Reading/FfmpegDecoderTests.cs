using Mpuc.Plugins.Audio.Reading;
using Mpuc.Plugins.Audio.Reading.Ffmpeg;
using Serilog.Core;

namespace Mpuc.Plugins.Audio.Tests.Reading;

[TestFixture]
internal sealed class FfmpegDecoderTests
{
    private const int Rate = 16000;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("tone.mp3")]
    [TestCase("tone.ogg")]
    [TestCase("tone.flac")]
    [TestCase("tone.mp4")]
    [TestCase("tone.mkv")]
    [TestCase("two words; $(odd) 100% name:-x.mp3")]
    public async Task A_tone_survives_every_container(string name)
    {
        var waveform = await Decoder().ReadAsync(Tone(name), CancellationToken.None);
        var (samples, rate) = (waveform.Samples, waveform.SampleRate);

        // Coders may add up to a frame or two of silence at the ends.
        Assert.That(samples.Length, Is.EqualTo(2 * rate).Within(3000));
        var middle = samples.AsSpan(rate / 2, rate);
        Assert.That(Signals.Amplitude(middle, 440, rate), Is.EqualTo(0.5).Within(0.03));
        Assert.That(Signals.Amplitude(middle, 1234, rate), Is.LessThan(0.01));
    }

    [Test]
    public async Task A_lossless_file_gives_the_same_samples_as_its_wav()
    {
        var wav = _folder.Write("noise.wav", WavFile.Of(Signals.Noise(5000, 1), Rate));
        var flac = Ffmpeg.Encode(wav, _folder.File("noise.flac"));

        var decoded = await Decoder().ReadAsync(new ModalitySource(flac), CancellationToken.None);
        var direct = await new AudioReader(new ReadingOptions(), Logger.None).ReadAsync(new ModalitySource(wav), CancellationToken.None);

        Assert.That(decoded.Samples, Is.EqualTo(direct).Within(1e-7));
    }

    [Test]
    public async Task Wav_files_of_compressed_samples_are_decoded_too()
    {
        var wav = _folder.Write("tone.wav", WavFile.Of(Signals.Tone(440, Rate, 1), Rate));
        var compressed = Ffmpeg.Encode(wav, _folder.File("a-law.wav"), "-c:a", "pcm_alaw");

        var samples = await new AudioReader(new ReadingOptions(), Logger.None)
            .ReadAsync(new ModalitySource(compressed), CancellationToken.None);

        Assert.That(samples, Has.Length.EqualTo(Rate));
        Assert.That(Signals.Amplitude(samples, 440, Rate), Is.EqualTo(0.5).Within(0.01));
    }

    [Test]
    public async Task Start_and_end_select_a_part()
    {
        var source = Tone("tone.flac") with { Start = 0.5, End = 1.25 };

        var waveform = await Decoder().ReadAsync(source, CancellationToken.None);

        Assert.That(waveform.Samples, Is.EqualTo(Signals.Tone(440, 44100, 2)[22050..55125]).Within(1e-4));
    }

    [TestCase("tone.ogg")]
    [TestCase("tone.mp3")]
    [TestCase("tone.mp4")]
    public void A_span_behind_the_end_has_no_audio(string name)
    {
        var source = Tone(name) with { Start = 60, End = 61.5 };

        AssertRefused(Decoder(), source, $"'{source.Path}' has no audio from 60 s to 61.5 s; check the file and the span.");
    }

    [Test]
    public void A_file_that_is_no_recording_is_refused_with_ffmpegs_reason()
    {
        Ffmpeg.Require();
        var path = _folder.Write("notes.txt", "These are words, not sound.\n"u8.ToArray());

        AssertRefused(Decoder(), new ModalitySource(path), $"'{path}' cannot be read as audio: Invalid data found when processing input.");
    }

    [Test]
    public void An_unknown_codec_is_refused()
    {
        Ffmpeg.Require();
        var path = _folder.Write("odd.wav", new WavFile().Format(0x4242, 1, 8000, 8).Data(new byte[4000]).ToBytes());

        Assert.That(
            () => Decoder().ReadAsync(new ModalitySource(path), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}' cannot be read as audio: "));
    }

    [Test]
    public void A_video_without_sound_lacks_the_modality()
    {
        var path = Ffmpeg.Run(["-f", "lavfi", "-i", "testsrc=duration=0.2:size=32x32:rate=10"], _folder.File("silent.mkv"));

        AssertRefused(Decoder(), new ModalitySource(path), $"'{path}' cannot be read as audio: it has no audio track.", isMissing: true);
    }

    [Test]
    public void A_playlist_cannot_reach_the_network()
    {
        Ffmpeg.Require();
        var path = _folder.Write(
            "list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n"u8.ToArray());

        Assert.That(() => Decoder().ReadAsync(new ModalitySource(path), CancellationToken.None), Throws.TypeOf<MpucException>());
    }

    [Test]
    public void A_recording_over_the_limit_is_refused()
    {
        var source = Tone("tone.flac");

        AssertRefused(
            Decoder(new ReadingOptions { MaxSeconds = 1 }),
            source,
            $"'{source.Path}' is longer than 1 s; cut it into parts with 'start' and 'end', or raise 'maxSeconds'.");
    }

    [Test]
    public void Without_ffmpeg_the_message_says_what_to_install()
    {
        var path = _folder.Write("clip.mp4", [1, 2, 3]);

        AssertRefused(
            new FfmpegDecoder(new ReadingOptions(), Logger.None, "ffmpeg-that-is-not-there"),
            new ModalitySource(path),
            $"Reading '{path}' needs ffmpeg, but 'ffmpeg-that-is-not-there' was not found on the PATH; install it (Debian: apt-get "
                + "install ffmpeg).");
    }

    private static FfmpegDecoder Decoder(ReadingOptions? options = null) => new(options ?? new ReadingOptions(), Logger.None);

    // Only what is sound and has no such track is a missing modality.
    private static void AssertRefused(FfmpegDecoder decoder, ModalitySource source, string message, bool isMissing = false) => Assert.That(
        () => decoder.ReadAsync(source, CancellationToken.None),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(message).And.Property(nameof(MpucException.IsMissingModality))
            .EqualTo(isMissing));

    private ModalitySource Tone(string name)
    {
        var wav = _folder.Write("source.wav", WavFile.Of(Signals.Tone(440, 44100, 2), 44100));
        return new ModalitySource(Ffmpeg.Encode(wav, _folder.File(name)));
    }
}
