using Mpuc.Host.Data;

namespace Mpuc.Host.Training;

/// <summary>
/// The labels of training recordings for the supervised objective alone. Only a run that says so (<c>supcon</c>) makes one; every other
/// run's trainer has none to read.
/// </summary>
public sealed class SupervisedLabels
{
    private readonly Dictionary<string, long> _classes;

    /// <summary>Takes the labels of recordings.</summary>
    /// <param name="recordings">The training and validation recordings.</param>
    /// <param name="label">The label's name, such as <c>emotion</c>.</param>
    /// <exception cref="MpucException">A recording lacks the label.</exception>
    public SupervisedLabels(IReadOnlyCollection<Recording> recordings, string label)
    {
        if (recordings.FirstOrDefault(recording => !recording.Labels.ContainsKey(label)) is { } without)
        {
            throw new MpucException(
                $"The objective 'supcon' needs the label '{label}' of every training recording, and '{without.Id}' has "
                + $"{Describe(without)}; set 'data.label' or another objective.");
        }

        var classes = recordings.Select(recording => recording.Labels[label]).Distinct().Order(StringComparer.Ordinal).ToList();
        _classes = recordings.ToDictionary(
            recording => recording.Id, recording => (long)classes.IndexOf(recording.Labels[label]), StringComparer.Ordinal);
    }

    /// <summary>The classes of a batch's recordings.</summary>
    /// <param name="recordingIds">The batch's recordings.</param>
    /// <returns>Class numbers, one for each.</returns>
    public IReadOnlyList<long> Of(IReadOnlyList<string> recordingIds) => [.. recordingIds.Select(id => _classes[id])];

    private static string Describe(Recording recording) =>
        recording.Labels.Count == 0 ? "no labels" : $"only {string.Join(", ", recording.Labels.Keys)}";
}
