namespace Mpuc.Host.Data.Splits;

/// <summary>Leaves few of the training recordings a label, so that a result says how far few labels reach.</summary>
internal static class LabelSubsampling
{
    /// <summary>Takes the label from all but some recordings of every class.</summary>
    /// <exception cref="MpucException">There is no label.</exception>
    public static IReadOnlyList<Recording> Keep(IReadOnlyList<Recording> training, string? label, int perClass, SeededDraw draw)
    {
        if (label is null)
        {
            throw new MpucException("data.split.labelsPerClass counts the classes of data.label, which is not set.");
        }

        var kept = training
            .GroupBy(
                recording => recording.Labels.GetValueOrDefault(label, string.Empty), recording => recording.Id, StringComparer.Ordinal)
            .SelectMany(members => draw.Take("labels", members, perClass))
            .ToHashSet(StringComparer.Ordinal);
        return [.. training.Select(recording => kept.Contains(recording.Id) ? recording : recording with
        {
            Labels = recording.Labels.Where(pair => pair.Key != label).ToDictionary(StringComparer.Ordinal),
        })];
    }
}
