namespace Mpuc.Host.Serving.Model;

/// <summary>How well a subset of the modalities does on the run's test recordings.</summary>
/// <param name="Modalities">The modalities.</param>
/// <param name="Recordings">How many test recordings have one of them.</param>
/// <param name="Accuracy">Accuracy, 0 to 1.</param>
internal sealed record ServedSubset(IReadOnlyList<string> Modalities, int Recordings, double Accuracy);
