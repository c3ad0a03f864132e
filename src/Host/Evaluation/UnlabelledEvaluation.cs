using Mpuc.Host.Evaluation.Representation;

namespace Mpuc.Host.Evaluation;

/// <summary>What <c>mpuc evaluate</c> says of a run whose configuration names no label to predict.</summary>
public sealed record UnlabelledEvaluation
{
    /// <summary>The run's folder name.</summary>
    public required string Run { get; init; }

    /// <summary>Whether the encoders were trained without labels.</summary>
    public required bool Unsupervised { get; init; }

    /// <summary>The objective's variant.</summary>
    public required string Objective { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many recordings were measured.</summary>
    public required int Recordings { get; init; }

    /// <summary>
    /// Whether the recordings were held out of the training; otherwise the encoders learned from them, and the measures flatter.
    /// </summary>
    public required bool HeldOut { get; init; }

    /// <summary>The geometry of the recordings' embeddings.</summary>
    public required RepresentationMeasures Representation { get; init; }
}
