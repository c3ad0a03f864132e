namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>Counts of true against predicted classes, and the figures read from them.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[][] _counts;

    /// <summary>Counts predictions.</summary>
    /// <param name="truth">True classes, each 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="predictions">Predicted classes, as many as <paramref name="truth"/>.</param>
    /// <param name="classes">The number of classes.</param>
    public ConfusionMatrix(IReadOnlyList<long> truth, IReadOnlyList<long> predictions, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predictions.Count, truth.Count);
        _counts = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        for (var i = 0; i < truth.Count; i++)
        {
            _counts[truth[i]][predictions[i]]++;
        }
    }

    /// <summary>Counts by true class (outer) and predicted class (inner).</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts => _counts;

    /// <summary>The fraction of correct predictions, 0 to 1; NaN without any.</summary>
    public double Accuracy => _counts.Select((row, i) => row[i]).Sum() / (double)_counts.Sum(row => row.Sum());
}
