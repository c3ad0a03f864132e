namespace Mpuc.Host.Inference;

/// <summary>What a model makes of a recording by a part of its modalities alone.</summary>
/// <param name="Modalities">The modalities, in the model's order; at least one.</param>
/// <param name="Top">The likeliest class.</param>
/// <param name="Probabilities">The probability of each class, 0 to 1, by name.</param>
/// <param name="Timeline">Window by window, in time's order; empty where none was asked for.</param>
public sealed record SubsetPrediction(
    IReadOnlyList<string> Modalities, string Top, IReadOnlyDictionary<string, double> Probabilities, IReadOnlyList<WindowPrediction> Timeline);
