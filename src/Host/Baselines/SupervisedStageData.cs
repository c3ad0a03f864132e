using Mpuc.Host.Data;
using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Baselines;

/// <summary>
/// All that a supervised baseline may know of the data: training and validation recordings with their targets. As with
/// <see cref="EncoderStageData"/>, nothing reachable from here holds a test recording or its label.
/// </summary>
internal sealed class SupervisedStageData
{
    private readonly Dictionary<string, long> _targets;

    private SupervisedStageData(LabelSpace space, EncoderStageData all, Dictionary<string, long> targets)
    {
        (Space, _targets) = (space, targets);
        Training = [.. all.Training.Where(recording => targets.ContainsKey(recording.Id))];
        Validation = [.. all.Validation.Where(recording => targets.ContainsKey(recording.Id))];
    }

    /// <summary>The classes of the training recordings.</summary>
    public LabelSpace Space { get; }

    /// <summary>The labelled recordings to learn from, in the data set's order.</summary>
    public IReadOnlyList<UnlabelledRecording> Training { get; }

    /// <summary>The labelled recordings whose loss decides when training stops; may be empty.</summary>
    public IReadOnlyList<UnlabelledRecording> Validation { get; }

    /// <summary>Takes the test split, and every label but one, away.</summary>
    /// <returns>What a supervised baseline may see.</returns>
    public static SupervisedStageData From(DataSplit split, string label, TaskKind task)
    {
        var space = new LabelSpace(task, split.Training.Select(Value).OfType<string>());
        var targets = split.Training.Concat(split.Validation).Select(recording => (recording.Id, Value: Value(recording)))
            .Where(pair => pair.Value is not null).Select(pair => (pair.Id, Target: space.Parse(pair.Value!)))
            .Where(pair => pair.Target >= 0).ToDictionary(pair => pair.Id, pair => pair.Target, StringComparer.Ordinal);
        return new SupervisedStageData(space, EncoderStageData.From(split), targets);

        string? Value(Recording recording) => recording.Labels.GetValueOrDefault(label) is { Length: > 0 } value ? value : null;
    }

    /// <summary>The targets of recordings.</summary>
    /// <param name="recordings">Ids of <see cref="Training"/> or <see cref="Validation"/>.</param>
    public IReadOnlyList<long> Of(IEnumerable<string> recordings) => [.. recordings.Select(id => _targets[id])];
}
