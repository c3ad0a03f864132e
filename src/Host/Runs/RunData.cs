using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Data.Splits;
using Mpuc.Host.Datasets;
using Mpuc.Host.Modalities;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>A configuration's recordings, read and divided: the way in for training, evaluation and comparison alike.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Split">The division, with labels; the encoder stage never sees it.</param>
/// <param name="Warnings">What a user should know of the data, one sentence each.</param>
internal sealed record RunData(RunConfiguration Configuration, DataSplit Split, IReadOnlyList<string> Warnings)
{
    /// <summary>Training and test recordings, without labels: those that features are measured on.</summary>
    public IReadOnlyList<UnlabelledRecording> Measured =>
        [.. Split.Training.Concat(Split.Test).Select(recording => recording.WithoutLabels())];

    /// <summary>Reads tables and file names, not the recordings themselves.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The recordings.</returns>
    /// <exception cref="MpucException">The data are missing or damaged, or cannot be divided as the configuration asks.</exception>
    public static RunData Read(RunConfiguration configuration)
    {
        var dataset = DatasetCatalog.Read(configuration.Data, configuration.DatasetOptions);
        var split = DataSplitter.Split(dataset, configuration.Split, configuration.Seed);
        return new RunData(configuration, split, [.. dataset.Warnings, .. split.Warnings]);
    }

    /// <summary>Reads training and validation recordings, and learns from the training ones what normalisation and encoders need.</summary>
    /// <param name="modalities">The modalities.</param>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The sequences; the caller owns them.</returns>
    /// <exception cref="MpucException">The data or a plugin is at fault.</exception>
    public SequenceStore OpenForTraining(
        IReadOnlyList<Modality> modalities, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken) =>
        SequenceStore.ForTraining(EncoderStageData.From(Split), modalities, Configuration.Data, progress, cancellationToken);

    /// <summary>Reads the recordings that features are measured on.</summary>
    /// <param name="modalities">The modalities.</param>
    /// <param name="statistics">What was learned from the training recordings.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The sequences; the caller owns them.</returns>
    /// <exception cref="MpucException">The data or a plugin is at fault.</exception>
    public SequenceStore OpenMeasured(
        IReadOnlyList<Modality> modalities, IReadOnlyDictionary<string, torch.Tensor> statistics, CancellationToken cancellationToken) =>
        SequenceStore.ForEvaluation(Measured, modalities, statistics, Configuration.Data, null, cancellationToken);
}
