using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

/// <summary>A backbone for vectors: dropout and one layer. Its input may carry what a test wants to go wrong.</summary>
internal sealed class LinearBackbone : Backbone
{
    private readonly TorchSharp.Modules.Linear fc;
    private readonly TorchSharp.Modules.Dropout dropout = nn.Dropout(0.1);

    public LinearBackbone(BackboneContext context)
        : base(nameof(LinearBackbone))
    {
        fc = nn.Linear(context.FrameSize * context.WindowFrames, FeatureSize);
        RegisterComponents();
    }

    /// <summary>Changes the features of a training step, such as to make them wrong.</summary>
    public Func<Tensor, Tensor> Spoil { get; set; } = features => features;

    public override Tensor forward(Tensor values, Tensor lengths) =>
        Spoil(nn.functional.relu(fc.forward(dropout.forward(values.flatten(1)))));
}
