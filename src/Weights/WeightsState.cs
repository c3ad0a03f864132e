namespace Mpuc.Weights;

/// <summary>Whether registered weights are at hand.</summary>
public enum WeightsState
{
    /// <summary>In the cache.</summary>
    Fetched,

    /// <summary>Not in the cache; fetched when first asked for.</summary>
    Available,

    /// <summary>Nothing that can be fetched: a file that its user downloads and names by path.</summary>
    ByPath,
}
