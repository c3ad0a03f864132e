namespace Mpuc.Host.Inference;

/// <summary>What a model makes of one window of a recording.</summary>
/// <param name="Start">Where the window starts, in seconds from the recording's start.</param>
/// <param name="End">Where it ends; past the recording's end where that is shorter than a window.</param>
/// <param name="Top">The likeliest class.</param>
/// <param name="Probabilities">The probability of each class, 0 to 1, by name.</param>
public sealed record WindowPrediction(double Start, double End, string Top, IReadOnlyDictionary<string, double> Probabilities);
