using Mpuc.Host.Data;

namespace Mpuc.Host.Evaluation;

/// <summary>The recordings that a classifier learns from and is tested on, with one target class each.</summary>
internal sealed class LabelledRows
{
    /// <summary>Numbers the classes of a target in ordinal order.</summary>
    /// <param name="training">The recordings to learn from.</param>
    /// <param name="test">The recordings to predict.</param>
    /// <param name="target">A recording's class name; null leaves the recording out.</param>
    public LabelledRows(IEnumerable<Recording> training, IEnumerable<Recording> test, Func<Recording, string?> target)
    {
        var (labelledTraining, labelledTest) = (Label(training, target), Label(test, target));
        Classes = [.. labelledTraining.Concat(labelledTest).Select(pair => pair.Class).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        TrainingIds = [.. labelledTraining.Select(pair => pair.Id)];
        TestIds = [.. labelledTest.Select(pair => pair.Id)];
        TrainingClasses = Number(labelledTraining);
        TestClasses = Number(labelledTest);
    }

    /// <summary>The class names, in ordinal order; a class's number is its place.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The ids to learn from.</summary>
    public IReadOnlyList<string> TrainingIds { get; }

    /// <summary>The ids to predict.</summary>
    public IReadOnlyList<string> TestIds { get; }

    /// <summary>The classes to learn from.</summary>
    public IReadOnlyList<long> TrainingClasses { get; }

    /// <summary>The classes to predict.</summary>
    public IReadOnlyList<long> TestClasses { get; }

    /// <summary>The test accuracy of always predicting the most frequent training class.</summary>
    public double MajorityAccuracy
    {
        get
        {
            var majority = TrainingClasses.CountBy(label => label).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
            return TestClasses.Count(label => label == majority) / (double)TestClasses.Count;
        }
    }

    private static List<(string Id, string Class)> Label(IEnumerable<Recording> recordings, Func<Recording, string?> target) =>
        [.. recordings.Select(recording => (recording.Id, Class: target(recording))).Where(pair => !string.IsNullOrEmpty(pair.Class)).Select(pair => (pair.Id, pair.Class!))];

    private List<long> Number(List<(string Id, string Class)> labelled)
    {
        var numbers = Classes.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => (long)pair.number, StringComparer.Ordinal);
        return [.. labelled.Select(pair => numbers[pair.Class])];
    }
}
