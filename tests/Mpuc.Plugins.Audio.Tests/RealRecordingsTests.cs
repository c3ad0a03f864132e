using Serilog.Core;

namespace Mpuc.Plugins.Audio.Tests;

/// <summary>Recordings of RAVDESS and GRID, where they lie beside the repository.</summary>
[TestFixture]
internal sealed class RealRecordingsTests
{
    private readonly AudioEncoder _encoder = new(new OptionValues(AudioOptions.Schema), Logger.None);

    [TestCase("Actor_01", "03-01-01-01-01-01-01.wav", 100)]
    [TestCase("Actor_13", "03-01-02-01-02-02-13.wav", 89)]
    public async Task A_RAVDESS_recording_has_as_many_frames_as_its_duration(string actor, string name, long frames)
    {
        var source = new ModalitySource(TestData.Shared("ravdess", "audio", actor, name));

        using var sequence = await _encoder.ReadAsync(source, CancellationToken.None);

        Assert.That(sequence.Length, Is.EqualTo(frames));
        AssertSpeech(sequence);
        using var window = _encoder.Window(sequence, new TimeWindow(0, 3));
        Assert.That(window.ValidLength, Is.EqualTo(Math.Min(90, frames)));
    }

    [Test]
    public async Task A_GRID_video_is_read_through_ffmpeg()
    {
        Reading.Ffmpeg.Require();
        var source = new ModalitySource(TestData.Shared("grid", "bbaf2n.mpg"));

        using var sequence = await _encoder.ReadAsync(source, CancellationToken.None);

        Assert.That(sequence.Duration, Is.EqualTo(2.95).Within(0.1));
        AssertSpeech(sequence);
    }

    private static void AssertSpeech(ModalitySequence sequence)
    {
        var values = sequence.Values;
        Assert.That(values.isfinite().all().item<bool>(), Is.True);
        Assert.That(values.max().item<float>(), Is.Zero);
        Assert.That(values.min().item<float>(), Is.InRange(-80, -50));
        Assert.That(values.mean().item<float>(), Is.InRange(-75, -20));
    }
}
