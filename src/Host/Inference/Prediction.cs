using System.Text.Json.Serialization;

namespace Mpuc.Host.Inference;

/// <summary>What a model makes of one recording.</summary>
/// <param name="Id">The recording's id.</param>
/// <param name="Modalities">The modalities that it was judged by, in the model's order; at least one.</param>
/// <param name="Top">The likeliest class.</param>
/// <param name="Present">The classes that are said of it: the likeliest alone, or, of a multi-label model, all at or above its threshold, perhaps none.</param>
/// <param name="Probabilities">The probability of each class, 0 to 1, by name; they add up to 1 unless the model is a multi-label one.</param>
/// <param name="Contributions">
/// By modality, in nats: how much the log-probability of <paramref name="Top"/> falls when the modality is left out and all else stays. Of a
/// recording with one modality, what remains is the class's frequency among the training recordings. Negative where the modality speaks
/// against the class.
/// </param>
/// <param name="Timeline">Window by window, in time's order; empty where none was asked for.</param>
public sealed record Prediction(
    string Id,
    IReadOnlyList<string> Modalities,
    string Top,
    IReadOnlyList<string> Present,
    IReadOnlyDictionary<string, double> Probabilities,
    IReadOnlyDictionary<string, double> Contributions,
    IReadOnlyList<WindowPrediction> Timeline)
{
    /// <summary>What every subset of the modalities says by itself, from large to small; null where that was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SubsetPrediction>? Subsets { get; init; }
}
