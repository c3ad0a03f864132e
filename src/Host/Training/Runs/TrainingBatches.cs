using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Plugins;
using Serilog;

namespace Mpuc.Host.Training;

/// <summary>The batches of a run: of all recordings that have something to be contrasted with.</summary>
internal sealed class TrainingBatches
{
    private readonly BatchLoader _training;
    private readonly BatchLoader? _validation;

    public TrainingBatches(EncoderStageData data, SequenceStore store, IReadOnlyList<Modality> modalities, RunConfiguration configuration, ILogger log)
    {
        var training = Usable(data.Training, "training", store, modalities, configuration.Objective.IncludeSameModality ? 1 : 2, log);
        var validation = Usable(data.Validation, "validation", store, modalities, configuration.Objective.IncludeSameModality ? 1 : 2, log);
        Recordings = training.Count;
        if (training.Count < 2)
        {
            throw new MpucException($"A contrastive training compares recordings that have two modalities in common, and {training.Count} of {data.Training.Count} has.");
        }

        _training = Loader(training);
        if (validation.Count >= 2)
        {
            _validation = Loader(validation);
        }
        else if (configuration.Training.Patience > 0)
        {
            log.Information("There is no validation split ('data.split.validationFraction'), so training runs all {Epochs} epochs: patience is off.", configuration.Training.Epochs);
        }

        BatchLoader Loader(IReadOnlyList<UnlabelledRecording> recordings) => new(
            recordings, store, modalities, configuration.Window, configuration.Training.BatchSize, configuration.Seed, configuration.Data.Workers);
    }

    /// <summary>How many recordings are trained on.</summary>
    public int Recordings { get; }

    /// <summary>How many batches an epoch has.</summary>
    public int PerEpoch => _training.BatchesPerEpoch;

    /// <summary>The training batches.</summary>
    public BatchSource Training => _training.Epoch;

    /// <summary>The validation batches; null for none.</summary>
    public BatchSource? Validation => _validation is null ? null : _validation.Epoch;

    private static List<UnlabelledRecording> Usable(
        IReadOnlyList<UnlabelledRecording> recordings, string split, SequenceStore store, IReadOnlyList<Modality> modalities, int needed, ILogger log)
    {
        var usable = recordings.Where(recording => modalities.Count(modality => store.Duration(recording, modality) is not null) >= needed).ToList();
        if (usable.Count < recordings.Count)
        {
            log.Warning(
                "{Left} of {All} {Split} recordings have fewer than {Needed} modalities and are left out.", recordings.Count - usable.Count, recordings.Count, split, needed);
        }

        return usable;
    }
}
