namespace Mpuc.Host.Serving.Model;

/// <summary>What <c>GET /v1/model</c> says.</summary>
internal sealed record ServedModelDescription
{
    /// <summary>The run that the bundle was made from.</summary>
    public required string Run { get; init; }

    /// <summary>The program's version.</summary>
    public required string Program { get; init; }

    /// <summary>The label that is predicted; null for a bundle without a classifier.</summary>
    public required string? Label { get; init; }

    /// <summary>The classes.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Whether a recording may have any number of classes.</summary>
    public required bool MultiLabel { get; init; }

    /// <summary>The length of a window in seconds.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>The modalities, in the model's order.</summary>
    public required IReadOnlyList<ServedModality> Modalities { get; init; }

    /// <summary>The accuracy of every subset of the modalities that was measured, in percent.</summary>
    public required IReadOnlyList<ServedSubset> Subsets { get; init; }
}

/// <summary>A modality as callers see it.</summary>
internal sealed record ServedModality(string Name, string Kind, string Source, IReadOnlyList<string> Extensions);

/// <summary>How well a subset of the modalities does on the run's test recordings.</summary>
/// <param name="Accuracy">Accuracy, 0 to 1.</param>
internal sealed record ServedSubset(IReadOnlyList<string> Modalities, int Recordings, double Accuracy);
