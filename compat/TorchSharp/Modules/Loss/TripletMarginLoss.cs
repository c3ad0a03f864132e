using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Anchors nearer to their positives than to their negatives; see <c>torch.nn.functional</c>.</summary>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    private readonly double _eps;
    private readonly bool _swap;

    public TripletMarginLoss(
        double margin = 1, long p = 2, double eps = 1e-6, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        => (this.margin, this.p, _eps, _swap) = (margin, p, eps, swap);

    public double margin { get; }

    public long p { get; }

    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative)
        => nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
}
