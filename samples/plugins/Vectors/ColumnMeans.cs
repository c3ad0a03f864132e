using Mpuc;
using TorchSharp;

namespace Samples.Vectors;

/// <summary>The means of D columns over the training recordings' cells that hold a number, and what they fill in.</summary>
internal sealed class ColumnMeans
{
    private torch.Tensor? _mean;

    /// <summary>The means, <c>[D]</c>, float32; empty before they are learned.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> State =>
        _mean is null ? new Dictionary<string, torch.Tensor>() : new Dictionary<string, torch.Tensor> { [VectorsConstants.Mean] = _mean };

    /// <summary>Learns the means.</summary>
    /// <param name="sequences">Values over marks, <c>[T, 2, D]</c>.</param>
    /// <exception cref="MpucException">A column has no number in any training recording.</exception>
    public void Fit(IEnumerable<torch.Tensor> sequences)
    {
        // D sums, then D numbers of cells. In float64: a table may have millions of rows.
        double[]? totals = null;
        foreach (var sequence in sequences)
        {
            var cells = sequence.data<float>().ToArray();
            totals ??= new double[2 * sequence.shape[2]];
            CheckSize(sequence.shape[2], totals.Length / 2);
            foreach (var (index, cell) in cells.Index())
            {
                totals[index % totals.Length] += cell;
            }
        }

        if (totals is null)
        {
            throw new MpucException("There is no training recording to take the mean of; 'missing' must be 'refuse' here.");
        }

        var (sums, counts) = (totals[..(totals.Length / 2)], totals[(totals.Length / 2)..]);
        if (Array.IndexOf(counts, 0) is >= 0 and var empty)
        {
            throw new MpucException(
                $"Number {empty + 1} of the selected columns is empty in every training recording and so has no mean; leave it out with "
                    + "'columns'.");
        }

        _mean = torch.tensor(sums.Zip(counts, (sum, count) => (float)(sum / count)).ToArray()).DetachFromDisposeScope();
    }

    /// <summary>Takes over means learned earlier.</summary>
    /// <param name="state">The means by name.</param>
    /// <exception cref="MpucException">There are none.</exception>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> state)
    {
        if (!state.TryGetValue(VectorsConstants.Mean, out var mean) || mean.dim() != 1)
        {
            throw new MpucException(
                $"The saved state of the vectors has no '{VectorsConstants.Mean}' of one dimension, which 'missing' = 'mean' needs.");
        }

        _mean = mean.clone().DetachFromDisposeScope();
    }

    /// <summary>Puts the means where a recording's cells are empty.</summary>
    /// <param name="sequence">Values over marks, <c>[T, 2, D]</c>.</param>
    /// <returns>Values, <c>[T, D]</c>; the caller owns them.</returns>
    /// <exception cref="MpucException">The recording has another number of columns than the training recordings.</exception>
    public torch.Tensor FillIn(torch.Tensor sequence)
    {
        var mean = _mean ?? throw new InvalidOperationException("The means have not been learned.");
        CheckSize(sequence.shape[2], mean.shape[0]);
        using var scope = torch.NewDisposeScope();
        var (values, isGiven) = (sequence.select(1, 0), sequence.select(1, 1));
        return (values + ((1 - isGiven) * mean)).MoveToOuterDisposeScope();
    }

    private static void CheckSize(long size, long expected)
    {
        if (size != expected)
        {
            throw new MpucException($"A recording's vector has {size} numbers, those that the means were learned from have {expected}.");
        }
    }
}
