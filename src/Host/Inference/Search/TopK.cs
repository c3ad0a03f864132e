namespace Mpuc.Host.Inference.Search;

/// <summary>Keeps the k greatest of the numbers that it is shown.</summary>
/// <param name="count">k, at least 1.</param>
internal sealed class TopK(int count)
{
    private readonly PriorityQueue<double, double> _kept = new(count);

    /// <summary>The k-th greatest; minus infinity before k numbers were shown.</summary>
    public double Threshold { get; private set; } = double.NegativeInfinity;

    /// <summary>Shows a number.</summary>
    /// <param name="score">The number; NaN is no score and never kept.</param>
    public void Add(double score)
    {
        if (_kept.Count < count)
        {
            if (!double.IsNaN(score))
            {
                _kept.Enqueue(score, score);
            }
        }
        else if (score > Threshold)
        {
            _kept.EnqueueDequeue(score, score);
        }
        else
        {
            return;
        }

        Threshold = _kept.Count == count ? _kept.Peek() : double.NegativeInfinity;
    }

    /// <summary>Shows all numbers that another has kept.</summary>
    public void Add(TopK other)
    {
        foreach (var (score, _) in other._kept.UnorderedItems)
        {
            Add(score);
        }
    }
}
