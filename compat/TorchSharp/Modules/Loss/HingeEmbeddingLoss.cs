using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Distances pulled in for targets of 1, pushed out to the margin for -1; see <c>torch.nn.functional</c>.</summary>
public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
{
    public HingeEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        => this.margin = margin;

    public double margin { get; }

    public override Tensor forward(Tensor input, Tensor target) => nn.functional.hinge_embedding_loss(input, target, margin, reduction);
}
