using static TorchSharp.torch;

namespace Mpuc.Host.Objectives;

/// <summary>
/// One process's part of a loss that several compute together. It compares its own rows with all rows, and tells the others what its anchors' samples are. From all
/// samples and their denominators follow the loss and, in each process, the whole gradient of its own rows: a similarity of rows i and j is the same number whichever of them is the
/// anchor, so the products of the own rows also serve the anchors of the others, and no gradient has to be sent back.
/// </summary>
internal sealed class SharedContrast
{
    private readonly Tensor _unit;
    private readonly Tensor _rows;
    private readonly Tensor _positives;
    private readonly Tensor _compared;
    private readonly double _temperature;
    private readonly Tensor _logits;
    private readonly Tensor _logDenominators;

    /// <summary>Compares the own rows with all, and gathers the samples.</summary>
    /// <param name="unit">All rows' unit embeddings, <c>[M, R, D]</c>; the own ones bear gradients.</param>
    /// <param name="share">This process's part.</param>
    /// <param name="rows">The own rows, int64, <c>[A]</c>.</param>
    /// <param name="positives">Which rows are positives of the own, <c>[M or 1, M or 1, A, R]</c>; symmetric as a whole: j is a positive of i where i is one of j.</param>
    /// <param name="denominator">Which rows stand in the own rows' denominators, likewise.</param>
    /// <param name="temperature">tau of Eq. 1.</param>
    public SharedContrast(Tensor unit, AnchorShare share, Tensor rows, Tensor positives, Tensor denominator, double temperature)
    {
        (_unit, _rows, _positives, _compared, _temperature) = (unit, rows, positives, denominator, temperature);
        using var noGradient = no_grad();
        var (positiveCount, isAnchor) = AnchorSamples.Count(positives, denominator, unit.dtype);
        _logits = PlainContrast.Logits(unit.index_select(1, rows), unit, temperature);
        var logDenominators = PlainContrast.LogDenominator(_logits, denominator, isAnchor);
        var sums = PlainContrast.Sums(_logits, logDenominators, positives, isAnchor);
        var own = stack([sums, logDenominators, positiveCount.expand_as(sums), isAnchor.to(unit.dtype).expand_as(sums)]);

        var (modalities, all) = (unit.shape[0], unit.shape[1]);
        var samples = share.Gather(own.flatten(0, 2)).view(4, modalities, modalities, all);
        Samples = new AnchorSamples(samples[0], samples[2], samples[3].gt(0));
        _logDenominators = samples[1];
    }

    /// <summary>The samples of all processes' anchors.</summary>
    public AnchorSamples Samples { get; }

    /// <summary>Gives a loss the gradient that it has by the own rows.</summary>
    /// <param name="loss">The loss, a scalar.</param>
    /// <param name="slopes">Its derivatives by <see cref="AnchorSamples.Sums"/>.</param>
    /// <returns>A scalar of the same value, to differentiate.</returns>
    public Tensor Differentiable(Tensor loss, Tensor slopes)
    {
        Tensor gradient;
        using (no_grad())
        {
            // By the logits of the own anchors, and by the same logits as those of the other rows' anchors, [M, M, A, R].
            var ownSlopes = slopes.index_select(2, _rows).unsqueeze(3);
            var ownDenominators = _logDenominators.index_select(2, _rows).unsqueeze(3);
            var byLogits = Slopes(ownSlopes, ownDenominators, Samples.PositiveCount.index_select(2, _rows).unsqueeze(3));
            byLogits += Slopes(AsCandidates(slopes), AsCandidates(_logDenominators), AsCandidates(Samples.PositiveCount));
            var (modalities, all, size) = (_unit.shape[0], _unit.shape[1], _unit.shape[2]);
            gradient = byLogits.transpose(1, 2).reshape(-1, modalities * all).matmul(_unit.view(-1, size)).view(modalities, -1, size) / _temperature;
        }

        var linear = (_unit.index_select(1, _rows) * gradient).sum();
        return linear + (loss - linear).detach();

        // From anchors' modality, candidates' modality and anchor, to the other order with the anchor as the candidate: [M, M, 1, R].
        static Tensor AsCandidates(Tensor values) => values.transpose(0, 1).unsqueeze(2);
    }

    // d sums / d logit = |P| exp(logit - log-denominator) where the candidate stands in the denominator, less 1 where it is a positive.
    private Tensor Slopes(Tensor slopes, Tensor logDenominators, Tensor positiveCount) =>
        ((_logits - logDenominators).masked_fill(_compared.logical_not(), double.NegativeInfinity).exp() * positiveCount - _positives.to(_logits.dtype)) * slopes;
}
