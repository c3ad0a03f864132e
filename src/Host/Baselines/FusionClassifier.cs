using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>
/// Features of the modalities to logits: fc + ReLU + fc on the features side by side, which multi-head attention over the modalities
/// (Vaswani et al. 2017) may have mixed before (paper, Sec. IV-B).
/// </summary>
internal sealed class FusionClassifier : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly TorchSharp.Modules.MultiheadAttention? attention;
    private readonly TorchSharp.Modules.Linear hidden;
    private readonly TorchSharp.Modules.Linear output;

    /// <summary>Makes a classifier with fresh weights, drawn from the default random generator.</summary>
    /// <exception cref="MpucException">The heads do not divide the features.</exception>
    public FusionClassifier(FusionKind kind, int modalities, int classes, SupervisedOptions options)
        : base(nameof(FusionClassifier))
    {
        if (kind == FusionKind.Attention)
        {
            if (Backbone.FeatureSize % options.Heads != 0)
            {
                throw new MpucException(
                    $"baselines.attentionFusion.heads is {options.Heads}, which does not divide the {Backbone.FeatureSize} features; 8 "
                        + "would be right.");
            }

            attention = nn.MultiheadAttention(Backbone.FeatureSize, options.Heads);
        }

        hidden = nn.Linear(modalities * Backbone.FeatureSize, options.Hidden);
        output = nn.Linear(options.Hidden, classes);
        RegisterComponents();
    }

    /// <summary>Classifies.</summary>
    /// <param name="features">Features, <c>[R, M, 512]</c>, 0 where a modality is missing.</param>
    /// <param name="missing">Which modalities are missing, <c>[R, M]</c>, bool; not all of a row.</param>
    /// <returns>Logits, <c>[R, C]</c>.</returns>
    public override Tensor forward(Tensor features, Tensor missing)
    {
        var joined = attention is null ? features : Attend(features, missing);
        return output.forward(nn.functional.relu(hidden.forward(joined.flatten(1))));
    }

    private Tensor Attend(Tensor features, Tensor missing)
    {
        var tokens = features.transpose(0, 1);
        var (mixed, _) = attention!.call(tokens, tokens, tokens, key_padding_mask: missing, need_weights: false);
        return mixed.transpose(0, 1).masked_fill(missing.unsqueeze(2), 0);
    }
}

/// <summary>How a supervised model joins the modalities' features (paper, Sec. IV-B).</summary>
internal enum FusionKind
{
    /// <summary>Side by side; with one modality it is unimodal learning.</summary>
    Concatenation,

    /// <summary>By multi-head attention over the modalities, then side by side.</summary>
    Attention,
}
