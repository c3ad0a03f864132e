using Mpuc;

namespace Samples.Vectors.Tests;

/// <summary>What the host reads of a <c>.csd</c> file, given by a test.</summary>
internal sealed class TimedRecording : ITimedFeatureReader
{
    public static readonly ModalitySource Source = new("/data/covarep.csd") { Key = "abc" };

    public TimedFeatures? Features { get; set; }

    public bool Reads(ModalitySource source) => source.Path.EndsWith(".csd", StringComparison.Ordinal);

    public TimedFeatures Read(ModalitySource source, CancellationToken cancellationToken) => Features!;

    /// <summary>Two numbers per entry, <c>f0</c> and <c>pitch</c>.</summary>
    public void Set(double duration, params (double Start, double End, float First, float Second)[] entries) => Features = new TimedFeatures
    {
        Name = "COVAREP",
        Spans = [.. entries.Select(entry => new TimedSpan(entry.Start, entry.End))],
        Width = 2,
        Values = entries.SelectMany(entry => new[] { entry.First, entry.Second }).ToArray(),
        Dimensions = ["f0", "pitch"],
        Duration = duration,
    };
}
