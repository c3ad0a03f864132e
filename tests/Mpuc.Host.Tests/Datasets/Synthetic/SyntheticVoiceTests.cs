using Mpuc.Host.Datasets.Synthetic;

namespace Mpuc.Host.Tests.Datasets.Synthetic;

public class SyntheticVoiceTests
{
    private static readonly SyntheticOptions Options = new() { Seconds = 0.25 };

    private static readonly SyntheticSpeaker Speaker = SyntheticSpeaker.Draw(Options, 0);

    [Test]
    public void A_clip_has_the_length_asked_for_and_is_neither_silent_nor_clipped()
    {
        var samples = Render([0, 0, 0, 0]);
        Assert.That(samples, Has.Length.EqualTo(4000));
        Assert.That(samples.Max(sample => Math.Abs((int)sample)), Is.InRange(2000, 32_000));
    }

    [Test]
    public void The_same_recording_sounds_the_same_every_time() => Assert.That(Render([1, 2, 3, 4]), Is.EqualTo(Render([1, 2, 3, 4])));

    [Test]
    public void Recordings_differ_in_what_the_latent_does_not_set() =>
        Assert.That(Render([0, 0, 0, 0], "a"), Is.Not.EqualTo(Render([0, 0, 0, 0], "b")));

    [Test]
    public void Speakers_differ_in_pitch() =>
        Assert.That(
            Enumerable.Range(0, 8).Select(number => SyntheticSpeaker.Draw(Options, number).Pitch), Is.Unique.And.All.InRange(90, 225));

    // The bands' centres lie evenly spaced in mel from 300 Hz to 6000 Hz; every other one is set by the latent, 3 dB for each unit.
    [Test]
    public void A_latent_dimension_sets_the_level_of_its_band_and_hardly_touches_the_others([Range(0, 3)] int dimension)
    {
        double[] raised = [0, 0, 0, 0];
        raised[dimension] = 4;
        var (before, after) = (Render([0, 0, 0, 0]), Render(raised));
        double[] changes = [.. Enumerable.Range(0, 4).Select(band => Level(after, Centre(2 * band)) - Level(before, Centre(2 * band)))];
        Assert.That(
            changes.Select(change => changes[dimension] - change).Where((_, band) => band != dimension), Has.All.EqualTo(12).Within(3.5));
    }

    private static double Centre(int band) => Frequency(Mel(300) + ((Mel(6000) - Mel(300)) * band / 7));

    private static double Mel(double frequency) => 2595 * Math.Log10(1 + (frequency / 700));

    private static double Frequency(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);

    // The energy in a band of about a harmonic's distance, in dB: a discrete Fourier transform, frequency by frequency.
    private static double Level(short[] samples, double centre)
    {
        var energy = 0.0;
        for (var frequency = centre - (Speaker.Pitch / 2); frequency < centre + (Speaker.Pitch / 2); frequency += 4)
        {
            var (real, imaginary) = (0.0, 0.0);
            for (var i = 0; i < samples.Length; i++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * frequency * i / SyntheticVoice.SampleRate);
                (real, imaginary) = (real + (samples[i] * cosine), imaginary + (samples[i] * sine));
            }

            energy += (real * real) + (imaginary * imaginary);
        }

        return 10 * Math.Log10(energy);
    }

    private static short[] Render(double[] voice, string id = "r") =>
        SyntheticVoice.Render(Options, new SyntheticRecording(id, 0, 0, false, false, voice, voice, voice), Speaker);
}
