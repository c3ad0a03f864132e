using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logistic loss of targets 1 and -1; see <c>torch.nn.functional</c>.</summary>
public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    public SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
    }

    public override Tensor forward(Tensor input, Tensor target) => nn.functional.soft_margin_loss(input, target, reduction);
}
