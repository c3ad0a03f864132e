using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// The projection head fc + ReLU + fc between features and embeddings (paper, Sec. III-B, after SimCLR), or a lighter one for the ablation;
/// discarded after training.
/// </summary>
public sealed class ProjectionHead : nn.Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Linear? fc1;
    private readonly TorchSharp.Modules.Linear? fc2;

    /// <summary>Makes a head with fresh weights, drawn from the default random generator.</summary>
    /// <param name="options">The layers' kind and sizes.</param>
    public ProjectionHead(ProjectionOptions options)
        : base(nameof(ProjectionHead))
    {
        switch (options.Kind)
        {
            case ProjectionKind.Mlp:
                fc1 = nn.Linear(Backbone.FeatureSize, options.Hidden);
                fc2 = nn.Linear(options.Hidden, options.Size);
                break;
            case ProjectionKind.Linear:
                fc1 = nn.Linear(Backbone.FeatureSize, options.Size);
                break;
        }

        RegisterComponents();
    }

    /// <summary>Projects features.</summary>
    /// <param name="input">Features, <c>[R, 512]</c>.</param>
    /// <returns>Embeddings, <c>[R, size]</c> (<c>[R, 512]</c> without a layer), not normalised.</returns>
    public override Tensor forward(Tensor input)
    {
        if (fc1 is null)
        {
            return input;
        }

        var hidden = fc1.forward(input);
        return fc2 is null ? hidden : fc2.forward(nn.functional.relu(hidden));
    }
}
