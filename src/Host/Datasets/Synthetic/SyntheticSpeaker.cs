using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>A speaker's voice: a nuisance that says nothing of the class.</summary>
internal sealed record SyntheticSpeaker(double Pitch, double Tilt, IReadOnlyList<double> Resonances)
{
    /// <summary>Draws a speaker.</summary>
    public static SyntheticSpeaker Draw(SyntheticOptions options, int number)
    {
        var random = StableRandom.For(options.Seed, "synthetic", "speaker", $"{number}");
        var (pitch, tilt) = (90 * Math.Pow(2.5, random.NextDouble()), -4 + (1.5 * random.NextNormal()));
        return new SyntheticSpeaker(
            pitch, tilt, [.. Enumerable.Range(0, SyntheticVoice.BandCount(options)).Select(_ => 2 * random.NextNormal())]);
    }
}
