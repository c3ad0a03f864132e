using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Data;

/// <summary>
/// All that the encoder stage may know of the data: training and validation recordings without labels (paper, Sec. III-B). Nothing
/// reachable from here holds a label or, unless the split is transductive, a test recording, and <see cref="SequenceStore.ForTraining"/> reads no others.
/// </summary>
public sealed class EncoderStageData
{
    private EncoderStageData(IReadOnlyList<UnlabelledRecording> training, IReadOnlyList<UnlabelledRecording> validation) =>
        (Training, Validation) = (training, validation);

    /// <summary>The recordings to learn from, in the data set's order.</summary>
    public IReadOnlyList<UnlabelledRecording> Training { get; }

    /// <summary>The recordings whose contrastive loss decides when training stops; may be empty.</summary>
    public IReadOnlyList<UnlabelledRecording> Validation { get; }

    /// <summary>Takes the labels away, and the test recordings unless the split is transductive.</summary>
    /// <param name="split">The whole split.</param>
    /// <returns>What the encoder stage may see.</returns>
    public static EncoderStageData From(DataSplit split) => new(
        [.. split.Training.Concat(split.IsTransductive ? split.Test : []).Select(recording => recording.WithoutLabels())],
        [.. split.Validation.Select(recording => recording.WithoutLabels())]);

    /// <summary>Takes recordings that have neither labels nor a split, to fit statistics to them.</summary>
    /// <param name="recordings">The recordings.</param>
    /// <returns>All of them as training recordings.</returns>
    public static EncoderStageData Of(IReadOnlyList<UnlabelledRecording> recordings) => new(recordings, []);
}
