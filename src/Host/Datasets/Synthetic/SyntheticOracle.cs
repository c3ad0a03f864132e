namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>
/// How well the class can be told at best: the nearest prototype, which is Bayes' rule because all noise is normal and equal in every
/// direction.
/// </summary>
/// <param name="Latent">Accuracy from the latent itself, 0 to 1.</param>
internal sealed record SyntheticOracle(double Latent, double Voice, double Vector, double Both)
{
    /// <summary>Measures the oracle.</summary>
    /// <param name="recordings">The recordings, at least 1.</param>
    public static SyntheticOracle Measure(SyntheticOptions options, IReadOnlyList<SyntheticRecording> recordings)
    {
        double[][] prototypes = [.. Enumerable.Range(0, options.Classes).Select(number => SyntheticRecording.Prototype(options, number))];
        return new SyntheticOracle(
            Accuracy(recording => recording.Latent),
            Accuracy(recording => recording.Voice),
            Accuracy(recording => recording.Vector),
            Accuracy(recording => [.. recording.Voice.Zip(recording.Vector, (voice, vector) => (voice + vector) / 2)]));

        double Accuracy(Func<SyntheticRecording, IReadOnlyList<double>> view) => recordings.Average(recording =>
            Nearest(view(recording)) == recording.Class ? 1.0 : 0.0);

        int Nearest(IReadOnlyList<double> point) =>
            Enumerable.Range(0, options.Classes).MinBy(number => Distance(prototypes[number], point));
    }

    private static double Distance(IReadOnlyList<double> prototype, IReadOnlyList<double> point) =>
        prototype.Zip(point, (a, b) => (a - b) * (a - b)).Sum();
}
