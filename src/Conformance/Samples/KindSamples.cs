using System.Text.Json.Nodes;

namespace Mpuc.Conformance;

/// <summary>What the checks try a kind of modality with.</summary>
public sealed record KindSamples
{
    /// <summary>
    /// Recordings that the encoder reads: at least two, which differ. Shorter than a minute, because every check reads them.
    /// </summary>
    public IReadOnlyList<ModalitySource> Recordings { get; init; } = [];

    /// <summary>Sources that the encoder must refuse, besides those that the checks make themselves.</summary>
    public IReadOnlyList<ModalitySource> Refused { get; init; } = [];

    /// <summary>The encoder's options as in a configuration; what is not set has its default.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>The length of a window in seconds, above 0.</summary>
    public double WindowSeconds { get; init; } = 1;

    /// <summary>What single backbones are tried with, by name.</summary>
    public IReadOnlyDictionary<string, BackboneSamples> Backbones { get; init; } = new Dictionary<string, BackboneSamples>(
        StringComparer.Ordinal);

    /// <summary>The shape of one frame, for backbones of another plugin's kind, whose recordings cannot be read here; else null.</summary>
    public IReadOnlyList<long>? FrameShape { get; init; }

    /// <summary>The number of frames in a window, where <see cref="FrameShape"/> is given.</summary>
    public int WindowFrames { get; init; } = 30;

    /// <summary>The folder that relative paths in options count from.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;
}

/// <summary>What the checks try a backbone with.</summary>
public sealed record BackboneSamples
{
    /// <summary>The backbone's options as in a configuration; small sizes make the checks fast.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>
    /// The ends of the names of parameters that rightly get no gradient at first, such as <c>key.bias</c> before a softmax, or what a gate
    /// of zero shuts off.
    /// </summary>
    public IReadOnlyList<string> WithoutGradient { get; init; } = [];
}
