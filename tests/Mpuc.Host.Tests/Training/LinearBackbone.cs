using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

/// <summary>A backbone for vectors: dropout and one layer. Its input may carry what a test wants to go wrong.</summary>
internal sealed class LinearBackbone : Backbone
{
    private readonly TorchSharp.Modules.Linear fc;
    private readonly TorchSharp.Modules.Dropout dropout;

    public LinearBackbone(BackboneContext context, double dropout = 0.1)
        : base(nameof(LinearBackbone))
    {
        this.dropout = nn.Dropout(dropout);
        fc = nn.Linear(context.FrameSize * context.WindowFrames, FeatureSize);
        RegisterComponents();
    }

    /// <summary>Changes the features of a training step, such as to make them wrong.</summary>
    public Func<Tensor, Tensor> Spoil { get; set; } = features => features;

    public override Tensor forward(Tensor values, Tensor lengths) =>
        Spoil(nn.functional.relu(fc.forward(dropout.forward(values.flatten(1)))));
}
