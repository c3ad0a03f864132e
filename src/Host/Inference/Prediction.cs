using System.Text.Json.Serialization;

namespace Mpuc.Host.Inference;

/// <summary>What a model makes of one recording.</summary>
/// <param name="Id">The recording's id.</param>
/// <param name="Modalities">The modalities that it was judged by, in the model's order; at least one.</param>
/// <param name="Top">The likeliest class.</param>
/// <param name="Present">
/// The classes that are said of it: the likeliest alone, or, of a multi-label model, all at or above its threshold, perhaps none.
/// </param>
/// <param name="Probabilities">
/// The probability of each class, 0 to 1, by name; they add up to 1 unless the model is a multi-label one.
/// </param>
/// <param name="Contributions">
/// By modality, in nats: how much the log-probability of <paramref name="Top"/> falls when the modality is left out and all else stays. Of
/// a recording with one modality, what remains is the class's frequency among the training recordings. Negative where the modality speaks
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

/// <summary>How a recording is judged.</summary>
public sealed record PredictionOptions
{
    /// <summary>
    /// The modalities to use, names of <see cref="MpucModel.Modalities"/>, which the recording must have; empty for all that it has.
    /// </summary>
    public IReadOnlyList<string> Modalities { get; init; } = [];

    /// <summary>Whether to judge window by window as well.</summary>
    public bool Timeline { get; init; }

    /// <summary>Seconds between the starts of a timeline's windows, above 0; null for half a window.</summary>
    public double? Hop { get; init; }

    /// <summary>
    /// Whether to judge by every subset of the modalities as well; beyond <c>evaluation.maximumSubsetModalities</c>, by each alone.
    /// </summary>
    public bool Subsets { get; init; }
}

/// <summary>The features of one recording, before the projection heads (paper, Sec. III-C).</summary>
/// <param name="Id">The recording's id.</param>
/// <param name="Modalities">512 values for each modality that the recording has, by the modality's name.</param>
public sealed record RecordingFeatures(string Id, IReadOnlyDictionary<string, IReadOnlyList<float>> Modalities);

/// <summary>What a model makes of a recording by a part of its modalities alone.</summary>
/// <param name="Modalities">The modalities, in the model's order; at least one.</param>
/// <param name="Top">The likeliest class.</param>
/// <param name="Probabilities">The probability of each class, 0 to 1, by name.</param>
/// <param name="Timeline">Window by window, in time's order; empty where none was asked for.</param>
public sealed record SubsetPrediction(
    IReadOnlyList<string> Modalities,
    string Top,
    IReadOnlyDictionary<string, double> Probabilities,
    IReadOnlyList<WindowPrediction> Timeline);

/// <summary>What a model makes of one window of a recording.</summary>
/// <param name="Start">Where the window starts, in seconds from the recording's start.</param>
/// <param name="End">Where it ends; past the recording's end where that is shorter than a window.</param>
/// <param name="Top">The likeliest class.</param>
/// <param name="Probabilities">The probability of each class, 0 to 1, by name.</param>
public sealed record WindowPrediction(double Start, double End, string Top, IReadOnlyDictionary<string, double> Probabilities);
