using Mpuc.Host.Data;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>Divides a batch by its recordings.</summary>
internal static class MicroBatches
{
    /// <summary>Divides a batch.</summary>
    /// <param name="parts">In how many parts, at most as many as there are recordings.</param>
    public static IReadOnlyList<WindowBatch> Split(WindowBatch batch, int parts)
    {
        var count = batch.RecordingIds.Count;
        var divided = Math.Clamp(parts, 1, Math.Max(1, count));
        return
        [
            .. Enumerable.Range(0, divided).Select(part =>
                Part(batch, (int)((long)count * part / divided), (int)((long)count * (part + 1) / divided))),
        ];
    }

    /// <summary>Where the rows of a part are in the batch.</summary>
    public static IReadOnlyList<long> WholeRows(WindowBatch batch, WindowBatch part, IReadOnlyList<long> rows)
    {
        var start = part.RecordingIds.Count == 0 ? 0 : batch.RecordingIds.Index().First(id => id.Item == part.RecordingIds[0]).Index;
        return
            [.. rows.Select(row => (row / part.RecordingIds.Count * batch.RecordingIds.Count) + start + (row % part.RecordingIds.Count))];
    }

    private static WindowBatch Part(WindowBatch batch, int start, int end) => new()
    {
        RecordingIds = [.. batch.RecordingIds.Skip(start).Take(end - start)],
        Views = batch.Views,
        Modalities = batch.Modalities.ToDictionary(
            modality => modality.Key, modality => Part(modality.Value, batch.RecordingIds.Count, start, end), StringComparer.Ordinal),
    };

    private static ModalityBatch Part(ModalityBatch windows, int recordings, int start, int end)
    {
        var chosen = windows.Rows.Index().Where(row => row.Item % recordings >= start && row.Item % recordings < end).ToList();
        var places = tensor(chosen.Select(row => (long)row.Index).ToArray(), ScalarType.Int64);
        return new ModalityBatch(
            windows.Values.index_select(0, places),
            windows.Lengths.index_select(0, places),
            [.. chosen.Select(row => (row.Item / recordings * (end - start)) + (row.Item % recordings) - start)]);
    }
}
