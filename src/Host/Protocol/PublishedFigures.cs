using Mpuc.Host.Data;
using Mpuc.Host.Datasets.Mosei;

namespace Mpuc.Host.Protocol;

/// <summary>
/// The figures of the paper's Tables I to IV, its own and those that it quotes (Franceschini et al., ICPR 2022). They were reached with
/// other modalities, backbones or folds, so they are landmarks beside a table, not rows of the same experiment.
/// </summary>
internal static class PublishedFigures
{
    /// <summary>The figures for a data set and a way to divide it.</summary>
    /// <returns>The figures; none where the paper has none.</returns>
    public static IReadOnlyList<PublishedFigure> For(string kind, string label, string by) => (kind, label, by) switch
    {
        ("ravdess", "emotion", SplitOptions.ByGroup) => PublishedRavdess.ByActor,
        ("ravdess", "emotion", SplitOptions.Stratified) => PublishedRavdess.Stratified,
        ("mosei", MoseiAnnotation.Emotions, _) => PublishedMosei.Figures,
        _ => [],
    };
}
