namespace Mpuc.Host.Inference;

/// <summary>How a recording is judged.</summary>
public sealed record PredictionOptions
{
    /// <summary>The modalities to use, names of <see cref="MpucModel.Modalities"/>, which the recording must have; empty for all that it has.</summary>
    public IReadOnlyList<string> Modalities { get; init; } = [];

    /// <summary>Whether to judge window by window as well.</summary>
    public bool Timeline { get; init; }

    /// <summary>Seconds between the starts of a timeline's windows, above 0; null for half a window.</summary>
    public double? Hop { get; init; }

    /// <summary>Whether to judge by every subset of the modalities as well; beyond <c>evaluation.maximumSubsetModalities</c>, by each alone.</summary>
    public bool Subsets { get; init; }
}
