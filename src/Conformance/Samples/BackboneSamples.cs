using System.Text.Json.Nodes;

namespace Mpuc.Conformance;

/// <summary>What the checks try a backbone with.</summary>
public sealed record BackboneSamples
{
    /// <summary>The backbone's options as in a configuration; small sizes make the checks fast.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>
    /// The ends of the names of parameters that rightly get no gradient at first, such as <c>key.bias</c> before a softmax, or what a gate of zero
    /// shuts off.
    /// </summary>
    public IReadOnlyList<string> WithoutGradient { get; init; } = [];
}
