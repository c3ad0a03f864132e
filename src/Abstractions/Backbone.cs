using System.Text.Json.Serialization;
using TorchSharp;

namespace Mpuc;

/// <summary>
/// The trainable part of a modality: a batch of windows to 512 features per window, the features before the projection head (paper, Fig. 1
/// and Sec. III-A). Padding frames must not influence the result, and no row may depend on another in evaluation mode.
/// </summary>
/// <param name="name">The module's name.</param>
public abstract class Backbone(string name) : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>(name)
{
    /// <summary>The number of features of every modality (paper, Sec. III-C).</summary>
    public const int FeatureSize = 512;

    /// <summary>Encodes a batch of windows.</summary>
    /// <param name="values">Windows, <c>[B, T, ...]</c>, float32; frames from the valid length on are zero.</param>
    /// <param name="lengths">Valid lengths, <c>[B]</c>, int64, each 1 to T.</param>
    /// <returns>Features, <c>[B, 512]</c>.</returns>
    public abstract override torch.Tensor forward(torch.Tensor values, torch.Tensor lengths);
}

/// <summary>What a backbone needs to know of its input before it can allocate weights.</summary>
/// <param name="FrameShape">
/// The shape of one frame: <c>[128]</c> for 128 mel bands, <c>[51, 2]</c> for landmarks, <c>[3, 112, 112]</c> for face crops.
/// </param>
/// <param name="WindowFrames">The number of frames T in every window.</param>
public sealed record BackboneContext(IReadOnlyList<long> FrameShape, int WindowFrames)
{
    /// <summary>
    /// Whether the weights of a trained backbone replace the fresh ones at once: a backbone that can start from a file of pretrained
    /// weights need not, and should not, read it then. Since contract 1.2.
    /// </summary>
    [JsonIgnore]
    public bool IsRestored { get; init; }

    /// <summary>The number of values in one frame.</summary>
    public long FrameSize => FrameShape.Aggregate(1L, (product, size) => product * size);
}

/// <summary>What a backbone is and which kind of modality it belongs to.</summary>
public sealed class BackboneDescriptor
{
    /// <summary>The kind of modality that it encodes, such as <c>audio</c>; may be another plugin's.</summary>
    public required string Kind { get; init; }

    /// <summary>The backbone's name in configurations, such as <c>tcn</c>; lower camel case, unique within the kind.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for people, with the source of the architecture.</summary>
    public required string Description { get; init; }

    /// <summary>The backbone's options.</summary>
    public required OptionSchema Options { get; init; }

    /// <summary>The key of its registration: <c>kind/name</c>.</summary>
    public string Key => $"{Kind}/{Name}";
}
