using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Data.Splits;
using Mpuc.Host.Datasets;
using Mpuc.Host.Modalities;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>A configuration's recordings, read and divided: the way in for training, evaluation and comparison alike.</summary>
internal sealed record RunData(RunConfiguration Configuration, DataSplit Split, IReadOnlyList<string> Warnings)
{
    /// <summary>Training and test recordings, without labels: those that features are measured on.</summary>
    public IReadOnlyList<UnlabelledRecording> Measured =>
        [.. Split.Training.Concat(Split.Test).Select(recording => recording.WithoutLabels())];

    /// <summary>Reads tables and file names, not the recordings themselves.</summary>
    /// <exception cref="MpucException">The data are missing or damaged, or cannot be divided as the configuration asks.</exception>
    public static RunData Read(RunConfiguration configuration)
    {
        var dataset = DatasetCatalog.Read(configuration.Data, configuration.DatasetOptions);
        var split = DataSplitter.Split(dataset, configuration.Split, configuration.Seed);
        return new RunData(configuration, split, [.. dataset.Warnings, .. split.Warnings]);
    }

    /// <summary>Reads training and validation recordings, and learns from the training ones what normalisation and encoders need.</summary>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <returns>The sequences; the caller owns them.</returns>
    /// <exception cref="MpucException">The data or a plugin is at fault.</exception>
    public SequenceStore OpenForTraining(
        IReadOnlyList<Modality> modalities, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken) =>
        SequenceStore.ForTraining(EncoderStageData.From(Split), modalities, Configuration.Data, progress, cancellationToken);

    /// <summary>Reads the recordings that features are measured on.</summary>
    /// <returns>The sequences; the caller owns them.</returns>
    /// <exception cref="MpucException">The data or a plugin is at fault.</exception>
    public SequenceStore OpenMeasured(
        IReadOnlyList<Modality> modalities, IReadOnlyDictionary<string, torch.Tensor> statistics, CancellationToken cancellationToken) =>
        SequenceStore.ForEvaluation(Measured, modalities, statistics, Configuration.Data, null, cancellationToken);
}
