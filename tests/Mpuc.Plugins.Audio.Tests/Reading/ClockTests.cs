using Mpuc.Plugins.Audio.Reading;
using Serilog.Core;

namespace Mpuc.Plugins.Audio.Tests.Reading;

/// <summary>When a sound is heard: at the time that its stamps say, which is the picture's clock, and not after so many samples.</summary>
[TestFixture]
internal sealed class ClockTests
{
    private const int Rate = 16000;

    private readonly AudioReader _reader = new(new ReadingOptions { SampleRate = Rate }, Logger.None);

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("late.mp4", 1.0)]
    [TestCase("late.mkv", 1.0)]
    [TestCase("late.mov", 0.3)]
    [TestCase("late.ts", 0.5)]
    public async Task A_sound_track_that_starts_later_than_the_picture_is_heard_at_its_time(string name, double delay)
    {
        // The beep comes 0.5 s after the track's start.
        var path = Film(name, delay, "-c:a", "aac");

        Assert.That(Onset(await ReadAsync(new ModalitySource(path))), Is.EqualTo(delay + 0.5).Within(0.03));
    }

    [Test]
    public async Task A_sound_track_that_starts_with_the_picture_is_heard_where_it_was()
    {
        Assert.That(Onset(await ReadAsync(new ModalitySource(Film("plain.mp4", 0, "-c:a", "aac")))), Is.EqualTo(0.5).Within(0.03));
    }

    [TestCase(1.25, 2.0, 0.25)]
    [TestCase(0.5, null, 1.0)]
    public async Task A_span_counts_from_the_films_start(double start, double? end, double onset)
    {
        var samples = await ReadAsync(new ModalitySource(Film("late.mkv", 1, "-c:a", "flac")) { Start = start, End = end });

        Assert.That(Onset(samples), Is.EqualTo(onset).Within(0.005));
        Assert.That(samples.Length, Is.EqualTo((int)(((end ?? 3) - start) * Rate)).Within(400));
    }

    [Test]
    public async Task A_span_before_the_first_sound_is_silent_and_as_long_as_asked_for()
    {
        var samples = await ReadAsync(new ModalitySource(Film("late.mkv", 1, "-c:a", "flac")) { End = 0.75 });

        Assert.That(samples, Has.Length.EqualTo(Rate * 3 / 4));
        Assert.That(samples, Is.All.EqualTo(0));
    }

    [TestCase(0.5)]
    [TestCase(0.06)]
    public async Task A_gap_in_the_time_stamps_is_silence_so_that_what_follows_is_heard_at_its_time(double gap)
    {
        // A beep at 0.5 s of sound; the stamps of all that comes after 0.25 s are later by the gap.
        var path = Ffmpeg.Run(
            [
                "-i",
                Beep(),
                "-af",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"asetpts=PTS+gte(T\\,0.25)*{gap}/TB"),
                "-c:a",
                "pcm_s16le",
            ],
            _folder.File("gap.mkv"));

        Assert.That(Onset(await ReadAsync(new ModalitySource(path))), Is.EqualTo(0.5 + gap).Within(0.035));
    }

    private Task<float[]> ReadAsync(ModalitySource source) => _reader.ReadAsync(source, CancellationToken.None);

    private string Beep()
    {
        var samples = Signals.Noise(2 * Rate, 1).Select(value => 0.001f * value).ToArray();
        for (var index = Rate / 2; index < Rate * 4 / 5; index++)
        {
            samples[index] = 0.5f * MathF.Sin(2 * MathF.PI * 880 * index / Rate);
        }

        return _folder.Write("beep.wav", WavFile.Of(samples, Rate));
    }

    private string Film(string name, double delay, params string[] codec) => Ffmpeg.Run(
        [
            "-f", "lavfi", "-i", "color=gray:s=64x48:r=25:d=3.5",
            "-itsoffset", delay.ToString(System.Globalization.CultureInfo.InvariantCulture), "-i", Beep(),
            "-map", "0", "-map", "1", "-c:v", "mpeg4", .. codec,
        ],
        _folder.File(name));

    // The first instant that is louder than the hiss.
    private static double Onset(float[] samples) => (double)Array.FindIndex(samples, sample => Math.Abs(sample) > 0.1) / Rate;
}
