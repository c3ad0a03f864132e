using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>The factors that a synthetic recording is made of: the known answer.</summary>
/// <param name="Speaker">The speaker's number, from 0.</param>
/// <param name="Class">The latent class's number, from 0.</param>
/// <param name="Voice">The latent as the voice shows it, with noise of its own.</param>
/// <param name="Vector">The latent as the vector shows it, with noise of its own.</param>
internal sealed record SyntheticRecording(
    string Id,
    int Speaker,
    int Class,
    bool IsTest,
    bool IsLabelled,
    IReadOnlyList<double> Latent,
    IReadOnlyList<double> Voice,
    IReadOnlyList<double> Vector)
{
    /// <summary>Draws a set. Speakers and classes are balanced and independent of each other.</summary>
    public static IReadOnlyList<SyntheticRecording> Draw(SyntheticOptions options)
    {
        var classes = Enumerable.Range(0, options.Recordings).Select(i => i / options.Speakers % options.Classes).ToArray();
        var testSpeakers = options.Speakers / 4;
        return [.. classes.Select((number, i) =>
        {
            var id = $"r{i:00000}";
            var speaker = i % options.Speakers;
            var random = StableRandom.For(options.Seed, "synthetic", "factors", id);
            var isTest = speaker >= options.Speakers - testSpeakers;
            var isLabelled = random.NextDouble() < options.Labelled || isTest;
            double[] latent = [.. Prototype(options, number).Select(value => value + random.NextNormal())];
            double[] voice = [.. latent.Select(value => value + (options.ModalityNoise * random.NextNormal()))];
            double[] vector = [.. latent.Select(value => value + (options.ModalityNoise * random.NextNormal()))];
            return new SyntheticRecording(id, speaker, number, isTest, isLabelled, latent, voice, vector);
        })];
    }

    /// <summary>The centre of a class in the latent space: the corners of a regular simplex around 0.</summary>
    public static double[] Prototype(SyntheticOptions options, int number) =>
    [
        .. Enumerable.Range(0, options.Classes)
            .Select(i => options.Separation / Math.Sqrt(2) * ((i == number ? 1 : 0) - (1.0 / options.Classes))),
    ];
}
