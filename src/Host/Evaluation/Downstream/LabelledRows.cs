using Mpuc.Host.Data;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>The recordings that a classifier learns from and is tested on, with one target each.</summary>
internal sealed class LabelledRows
{
    /// <summary>Numbers the classes of a label in ordinal order.</summary>
    /// <param name="value">A recording's label value; null or empty leaves the recording out.</param>
    public LabelledRows(
        IEnumerable<Recording> training, IEnumerable<Recording> test, Func<Recording, string?> value, TaskKind kind = TaskKind.SingleLabel)
    {
        var (labelledTraining, labelledTest) = (Label(training, value), Label(test, value));
        Space = new LabelSpace(kind, labelledTraining.Concat(labelledTest).Select(pair => pair.Value));
        TrainingIds = [.. labelledTraining.Select(pair => pair.Id)];
        TestIds = [.. labelledTest.Select(pair => pair.Id)];
        TrainingTargets = [.. labelledTraining.Select(pair => Space.Parse(pair.Value))];
        TestTargets = [.. labelledTest.Select(pair => Space.Parse(pair.Value))];
    }

    /// <summary>The classes and how targets hold them.</summary>
    public LabelSpace Space { get; }

    /// <summary>The class names, in ordinal order; a class's number is its place.</summary>
    public IReadOnlyList<string> Classes => Space.Classes;

    /// <summary>The ids to learn from.</summary>
    public IReadOnlyList<string> TrainingIds { get; }

    /// <summary>The ids to predict.</summary>
    public IReadOnlyList<string> TestIds { get; }

    /// <summary>The targets to learn from.</summary>
    public IReadOnlyList<long> TrainingTargets { get; }

    /// <summary>The targets to predict.</summary>
    public IReadOnlyList<long> TestTargets { get; }

    /// <summary>
    /// What is predicted without looking: the most frequent training class, or the classes that most training recordings show.
    /// </summary>
    public long MajorityTarget => Space.Kind == TaskKind.SingleLabel
        ? TrainingTargets.CountBy(target => target).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key
        : Enumerable.Range(0, Classes.Count)
            .Where(place => 2 * TrainingTargets.Count(target => Space.Has(target, place)) > TrainingTargets.Count)
            .Aggregate(0L, (set, place) => set | (1L << place));

    /// <summary>The test accuracy of always predicting <see cref="MajorityTarget"/>.</summary>
    public double MajorityAccuracy
    {
        get
        {
            var majority = MajorityTarget;
            return TestTargets.Count(target => target == majority) / (double)TestTargets.Count;
        }
    }

    /// <summary>Refuses a label that nothing can be learned from.</summary>
    /// <exception cref="MpucException">A side has no recording, or there are too few classes.</exception>
    public void Check(string label)
    {
        var needed = Space.Kind == TaskKind.SingleLabel ? 2 : 1;
        if (TrainingIds.Count == 0 || TestIds.Count == 0 || Classes.Count < needed)
        {
            throw new MpucException(
                $"The label '{label}' gives {TrainingIds.Count} training and {TestIds.Count} test recordings in {Classes.Count} classes; "
                + $"an evaluation needs recordings on both sides and at least {(needed == 2 ? "two classes" : "one class")}.");
        }
    }

    /// <summary>Refuses a label that no classifier can learn, whether or not anything is held out.</summary>
    /// <exception cref="MpucException">There is no training recording, or there are too few classes.</exception>
    public void CheckTraining(string label)
    {
        var needed = Space.Kind == TaskKind.SingleLabel ? 2 : 1;
        if (TrainingIds.Count == 0 || Classes.Count < needed)
        {
            throw new MpucException(
                $"The label '{label}' gives {TrainingIds.Count} training recordings in {Classes.Count} classes; a classifier needs "
                    + $"recordings of at least {needed}.");
        }
    }

    private static List<(string Id, string Value)> Label(IEnumerable<Recording> recordings, Func<Recording, string?> value) =>
        [
            .. recordings
                .Select(recording => (recording.Id, Value: value(recording)))
                .Where(pair => !string.IsNullOrEmpty(pair.Value))
                .Select(pair => (pair.Id, pair.Value!)),
        ];
}
