using TorchSharp;

namespace Mpuc;

/// <summary>
/// The trainable part of a modality: a batch of windows to 512 features per window, the features before the projection head (paper, Fig. 1 and
/// Sec. III-A). Padding frames must not influence the result, and no row may depend on another in evaluation mode.
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
