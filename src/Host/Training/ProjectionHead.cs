using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// The projection head fc + ReLU + fc between features and embeddings (paper, Sec. III-B, after SimCLR); discarded after training.
/// </summary>
public sealed class ProjectionHead : nn.Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Linear fc1;
    private readonly TorchSharp.Modules.Linear fc2;

    /// <summary>Makes a head with fresh weights, drawn from the default random generator.</summary>
    /// <param name="options">The layers' sizes.</param>
    public ProjectionHead(ProjectionOptions options)
        : base(nameof(ProjectionHead))
    {
        fc1 = nn.Linear(Backbone.FeatureSize, options.Hidden);
        fc2 = nn.Linear(options.Hidden, options.Size);
        RegisterComponents();
    }

    /// <summary>Projects features.</summary>
    /// <param name="input">Features, <c>[R, 512]</c>.</param>
    /// <returns>Embeddings, <c>[R, size]</c>, not normalised.</returns>
    public override Tensor forward(Tensor input) => fc2.forward(nn.functional.relu(fc1.forward(input)));
}
