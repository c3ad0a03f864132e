namespace Mpuc.Weights.Tfjs;

/// <summary>Weights that lie one after the other in shards, as if these were one file.</summary>
/// <param name="Shards">The shards' paths, beside the manifest.</param>
/// <param name="Weights">The weights, in the order of their bytes.</param>
internal sealed record TfjsGroup(IReadOnlyList<string> Shards, IReadOnlyList<TfjsWeight> Weights);
