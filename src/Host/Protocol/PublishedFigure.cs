namespace Mpuc.Host.Protocol;

/// <summary>A figure that is quoted from a publication, not measured here.</summary>
/// <param name="Method">The method as published.</param>
/// <param name="Modalities">The modalities as published.</param>
/// <param name="Supervised">Whether its features were learned with labels; null where that means nothing.</param>
/// <param name="Accuracy">The accuracy, 0 to 1.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PublishedFigure(string Method, IReadOnlyList<string> Modalities, bool? Supervised, double Accuracy, string Source)
{
    /// <summary>Says in every output that the figure is not ours.</summary>
    public bool Quoted { get; init; } = true;
}
