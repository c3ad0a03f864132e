using Mpuc;
using TorchSharp;
using static TorchSharp.torch;

namespace Samples.Vectors.Backbones;

/// <summary>One linear layer from the mean over time to 512 features: the least that a projection head can be put on.</summary>
public sealed class Linear : Backbone
{
    private readonly nn.Module<Tensor, Tensor> output;

    /// <summary>Creates the backbone with fresh weights.</summary>
    /// <param name="context">The vector's size.</param>
    public Linear(BackboneContext context)
        : base(nameof(Linear))
    {
        output = nn.Linear(context.FrameSize, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host learns of the backbone.</summary>
    internal static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = VectorsConstants.Kind,
        Name = "linear",
        Description = "One linear layer on the mean over time.",
        Options = OptionSchema.Empty,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        return output.forward(FrameMean.Of(values, lengths)).MoveToOuterDisposeScope();
    }
}
