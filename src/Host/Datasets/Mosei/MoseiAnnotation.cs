namespace Mpuc.Host.Datasets.Mosei;

/// <summary>
/// What the seven numbers of a segment mean, in the order that the CMU SDK documents: sentiment from -3 to 3, then six emotions from 0 to
/// 3. Emotions are present where they are above 0 (Zadeh et al. 2018; paper, Sec. IV-A), several at a time.
/// </summary>
internal static class MoseiAnnotation
{
    /// <summary>The name of the multi-label of emotions.</summary>
    public const string Emotions = "emotions";

    /// <summary>The name of the sentiment's sign.</summary>
    public const string Sentiment = "sentiment";

    private static readonly string[] Names = ["happy", "sad", "anger", "surprise", "disgust", "fear"];

    /// <summary>The number of numbers: sentiment and the emotions.</summary>
    public static int Width => Names.Length + 1;

    /// <summary>Turns numbers into labels.</summary>
    /// <param name="numbers">The <see cref="Width"/> numbers.</param>
    /// <returns>
    /// <c>emotions</c> as the present ones joined by <c>;</c>, <c>-</c> where none is; <c>sentiment</c> as <c>negative</c>, <c>neutral</c>
    /// or <c>positive</c>; nothing where a number is not finite.
    /// </returns>
    public static IReadOnlyDictionary<string, string> ToLabels(ReadOnlySpan<float> numbers)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            if (!float.IsFinite(number))
            {
                return labels;
            }
        }

        var present = new List<string>();
        foreach (var (emotion, name) in Names.Index())
        {
            if (numbers[emotion + 1] > 0)
            {
                present.Add(name);
            }
        }

        labels[Emotions] = present.Count == 0 ? "-" : string.Join(';', present);
        labels[Sentiment] = numbers[0] < 0 ? "negative" : numbers[0] > 0 ? "positive" : "neutral";
        return labels;
    }
}
