using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// The projection head fc + ReLU + fc between features and embeddings (paper, Sec. III-B, after SimCLR), or a lighter one for the ablation;
/// discarded after training.
/// </summary>
public sealed class ProjectionHead : nn.Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Linear? _first;
    private readonly TorchSharp.Modules.Linear? _second;

    /// <summary>Makes a head with fresh weights, drawn from the default random generator.</summary>
    /// <param name="options">The layers' kind and sizes.</param>
    public ProjectionHead(ProjectionOptions options)
        : base(nameof(ProjectionHead))
    {
        switch (options.Kind)
        {
            case ProjectionKind.Mlp:
                register_module("fc1", _first = nn.Linear(Backbone.FeatureSize, options.Hidden));
                register_module("fc2", _second = nn.Linear(options.Hidden, options.Size));
                break;
            case ProjectionKind.Linear:
                register_module("fc1", _first = nn.Linear(Backbone.FeatureSize, options.Size));
                break;
        }
    }

    /// <summary>Projects features.</summary>
    /// <param name="input">Features, <c>[R, 512]</c>.</param>
    /// <returns>Embeddings, <c>[R, size]</c> (<c>[R, 512]</c> without a layer), not normalised.</returns>
    public override Tensor forward(Tensor input)
    {
        if (_first is null)
        {
            return input;
        }

        var hidden = _first.forward(input);
        return _second is null ? hidden : _second.forward(nn.functional.relu(hidden));
    }
}
