namespace Mpuc.Plugins.Text.Tests;

/// <summary>What the host reads of <c>.csd</c> files: one recording, which a test gives it.</summary>
internal sealed class FakeTimedFeatures(TimedFeatures? features = null) : ITimedFeatureReader
{
    public bool Reads(ModalitySource source) => source.Path.EndsWith(".csd", StringComparison.Ordinal);

    public TimedFeatures Read(ModalitySource source, CancellationToken cancellationToken) => features!;

    public static TimedFeatures Words(double duration, params (string Word, double Start, double End)[] words) => new()
    {
        Name = "words",
        Spans = [.. words.Select(word => new TimedSpan(word.Start, word.End))],
        Width = 0,
        Values = default,
        Words = [.. words.Select(word => word.Word)],
        Duration = duration,
    };

    public static TimedFeatures Vectors(double duration, params (float[] Vector, double Start, double End)[] words) => new()
    {
        Name = "glove_vectors",
        Spans = [.. words.Select(word => new TimedSpan(word.Start, word.End))],
        Width = words.Select(word => word.Vector.Length).FirstOrDefault(2),
        Values = words.SelectMany(word => word.Vector).ToArray(),
        Duration = duration,
    };
}
