namespace Mpuc.Host.Protocol;

/// <summary>A figure that is quoted from a publication, not measured here.</summary>
/// <param name="Method">The method as published.</param>
/// <param name="Modalities">The modalities as published; none where the publication that quotes it does not tell.</param>
/// <param name="Supervised">Whether its features were learned with labels; null where that means nothing.</param>
/// <param name="Accuracy">The accuracy, 0 to 1; null where other figures were published.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PublishedFigure(string Method, IReadOnlyList<string> Modalities, bool? Supervised, double? Accuracy, string Source)
{
    /// <summary>The overall w-ACC of a multi-label task, 0 to 1; null for none.</summary>
    public double? WeightedAccuracy { get; init; }

    /// <summary>The overall F1 of a multi-label task, 0 to 1, as published; null for none.</summary>
    public double? F1 { get; init; }

    /// <summary>The figures of each class of a multi-label task; none for other tasks.</summary>
    public IReadOnlyDictionary<string, PublishedClass> Classes { get; init; } = new Dictionary<string, PublishedClass>();

    /// <summary>Says in every output that the figure is not ours.</summary>
    public bool Quoted { get; init; } = true;
}

/// <summary>What was published of one class of a multi-label task.</summary>
/// <param name="WeightedAccuracy">The w-ACC, 0 to 1; null where it was not published.</param>
/// <param name="F1">The F1, 0 to 1, in whichever of its definitions; null where it was not published.</param>
public sealed record PublishedClass(double? WeightedAccuracy, double? F1);
