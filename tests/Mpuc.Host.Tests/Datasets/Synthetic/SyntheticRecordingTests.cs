using Mpuc.Host.Datasets.Synthetic;

namespace Mpuc.Host.Tests.Datasets.Synthetic;

public class SyntheticRecordingTests
{
    [Test]
    public void Every_speaker_has_every_class_equally_often()
    {
        var cells = SyntheticRecording.Draw(new SyntheticOptions()).CountBy(recording => (recording.Speaker, recording.Class)).ToList();
        Assert.That(cells, Has.Count.EqualTo(8 * 4));
        Assert.That(cells.Select(cell => cell.Value), Has.All.EqualTo(15));
    }

    [Test]
    public void The_last_quarter_of_the_speakers_is_held_out_and_labelled_and_few_of_the_others_are()
    {
        var recordings = SyntheticRecording.Draw(new SyntheticOptions { Recordings = 4000 });
        Assert.That(
            recordings.Where(recording => recording.IsTest).Select(recording => recording.Speaker).Distinct(),
            Is.EquivalentTo(new[] { 6, 7 }));
        Assert.That(recordings.Where(recording => recording.IsTest).Select(recording => recording.IsLabelled), Has.All.True);
        Assert.That(
            recordings.Where(recording => !recording.IsTest).Average(recording => recording.IsLabelled ? 1.0 : 0.0),
            Is.EqualTo(0.1).Within(0.02));
    }

    [Test]
    public void Prototypes_are_equally_far_from_each_other_and_centred()
    {
        var options = new SyntheticOptions { Classes = 5, Separation = 3 };
        double[][] prototypes = [.. Enumerable.Range(0, 5).Select(number => SyntheticRecording.Prototype(options, number))];
        var distances = from a in prototypes from b in prototypes where a != b select Math.Sqrt(
            a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
        Assert.That(distances, Has.All.EqualTo(3).Within(1e-12));
        Assert.That(Enumerable.Range(0, 5).Select(i => prototypes.Sum(prototype => prototype[i])), Has.All.EqualTo(0).Within(1e-12));
    }

    [Test]
    public void The_voice_and_the_vector_show_the_latent_with_noise_of_their_own()
    {
        var recordings = SyntheticRecording.Draw(new SyntheticOptions { Recordings = 10_000, ModalityNoise = 2 });
        var voice = recordings.Select(recording => recording.Voice[1] - recording.Latent[1]).ToList();
        var vector = recordings.Select(recording => recording.Vector[1] - recording.Latent[1]).ToList();
        Assert.That(voice.Average(noise => noise * noise), Is.EqualTo(4).Within(0.2));
        Assert.That(vector.Average(noise => noise * noise), Is.EqualTo(4).Within(0.2));
        Assert.That(voice.Zip(vector, (a, b) => a * b).Average(), Is.EqualTo(0).Within(0.15));
    }

    // For two classes the nearest prototype is right with probability Phi(separation / (2 deviation)).
    [TestCase(2, 0, 0.841345)]
    [TestCase(4, 0, 0.977250)]
    public void The_oracle_has_the_accuracy_that_theory_gives(double separation, double noise, double accuracy)
    {
        var options = new SyntheticOptions { Recordings = 40_000, Classes = 2, Separation = separation, ModalityNoise = noise };
        var oracle = SyntheticOracle.Measure(options, SyntheticRecording.Draw(options));
        Assert.That(
            (oracle.Latent, oracle.Voice, oracle.Vector, oracle.Both),
            Is.EqualTo((oracle.Latent, oracle.Latent, oracle.Latent, oracle.Latent)));
        Assert.That(oracle.Latent, Is.EqualTo(accuracy).Within(0.006));
    }

    [Test]
    public void Two_noisy_modalities_together_tell_the_class_as_well_as_theory_gives()
    {
        var options = new SyntheticOptions { Recordings = 40_000, Classes = 2, Separation = 2, ModalityNoise = 1 };
        var oracle = SyntheticOracle.Measure(options, SyntheticRecording.Draw(options));
        Assert.That(oracle.Voice, Is.EqualTo(0.760250).Within(0.006), "Phi(1 / sqrt(1 + 1))");
        Assert.That(oracle.Vector, Is.EqualTo(0.760250).Within(0.006));
        Assert.That(oracle.Both, Is.EqualTo(0.792892).Within(0.006), "Phi(1 / sqrt(1 + 1/2))");
    }

    [Test]
    public void By_default_each_modality_tells_the_class_in_part_and_both_together_better()
    {
        var options = new SyntheticOptions { Recordings = 10_000 };
        var oracle = SyntheticOracle.Measure(options, SyntheticRecording.Draw(options));
        Assert.That(oracle.Voice, Is.InRange(0.75, 0.87));
        Assert.That(oracle.Vector, Is.InRange(0.75, 0.87));
        Assert.That(oracle.Both, Is.InRange(0.88, 0.95));
        Assert.That(oracle.Latent, Is.InRange(0.97, 1));
    }
}
