namespace Mpuc.Host.Training;

/// <summary>Tells a training that goes astray from one that learns slowly.</summary>
internal static class Divergence
{
    /// <summary>Compares an epoch's mean loss with the first epoch's.</summary>
    /// <param name="first">The first epoch's mean loss; null in the first epoch.</param>
    /// <param name="factor">How many times the first loss, at least 1, is too much.</param>
    /// <returns>A clause that says what is wrong; null where nothing is.</returns>
    public static string? Find(EpochMetrics trained, double? first, double factor)
    {
        var bound = factor * Math.Max(1, Math.Abs(first ?? trained.Loss));
        if (trained.Loss <= bound)
        {
            return null;
        }

        var worst = trained.Pairs.MaxBy(pair => pair.Value);
        return $"the epoch's mean loss {trained.Loss:G4} exceeds {bound:G4}, {factor:G3} times the first epoch's, "
            + $"most of all in the pair {worst.Key} ({worst.Value:G4}), so the training diverges; "
            + "a lower 'training.learningRate' may help";
    }
}
