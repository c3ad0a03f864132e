using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Data;

/// <summary>
/// All that the encoder stage may know of the data: training and validation recordings without labels (paper, Sec. III-B). Nothing
/// reachable from here holds a label or, unless the split is transductive, a test recording, and <see cref="SequenceStore.ForTraining"/>
/// reads no others.
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

/// <summary>A data set divided into training, validation and test. No recording is on two sides.</summary>
public sealed record DataSplit
{
    /// <summary>The recordings that encoders and classifiers learn from, in the data set's order.</summary>
    public required IReadOnlyList<Recording> Training { get; init; }

    /// <summary>The recordings whose contrastive loss decides when training stops; may be empty.</summary>
    public required IReadOnlyList<Recording> Validation { get; init; }

    /// <summary>The recordings that are tested; may be empty. Nothing learns from their labels.</summary>
    public required IReadOnlyList<Recording> Test { get; init; }

    /// <summary>Whether the encoders learn from the test recordings, too, without their labels.</summary>
    public bool IsTransductive { get; init; }

    /// <summary>What a user should know of the division, one sentence each, such as identical recordings on two sides.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A recording as the encoder stage sees it: there is no label to read (paper, Sec. III-B).</summary>
/// <param name="Id">Unique within the data set.</param>
/// <param name="Group">The actor or speaker; empty where the data set names none.</param>
/// <param name="Sources">Where each source's data lie, by source name.</param>
public sealed record UnlabelledRecording(string Id, string Group, IReadOnlyDictionary<string, ModalitySource> Sources);
