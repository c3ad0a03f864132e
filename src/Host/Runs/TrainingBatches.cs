using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;

namespace Mpuc.Host.Runs;

/// <summary>The batches of a run: of all recordings that have something to be contrasted with.</summary>
internal sealed class TrainingBatches
{
    // As float32, and while it is normalised three times in float64 and once more as float32.
    private const int CopiesWhileReading = 8;

    private readonly BatchLoader _training;
    private readonly BatchLoader? _validation;

    private readonly List<string> _warnings = [];

    public TrainingBatches(
        EncoderStageData data, SequenceStore store, IReadOnlyList<Modality> modalities, RunConfiguration configuration)
    {
        var needed = configuration.Objective.IncludeSameModality ? 1 : 2;
        var training = Usable(data.Training, "training", store, modalities, needed);
        var validation = Usable(data.Validation, "validation", store, modalities, needed);
        Recordings = training.Count;
        if (training.Count < 2)
        {
            throw new MpucException(
                $"A contrastive training compares at least 2 recordings that have {needed} modalities each, and of {data.Training.Count} "
                + $"training recordings {training.Count} has.");
        }

        if (configuration.Training.Batches == BatchComposition.Group)
        {
            RequireGroups([.. training, .. validation]);
        }

        Divide(store, modalities, configuration);
        _training = Loader(training);
        _validation = validation.Count < 2 ? null : Loader(validation);

        BatchLoader Loader(IReadOnlyList<UnlabelledRecording> recordings) => new(
            recordings,
            store,
            modalities,
            configuration.Window,
            configuration.Training.BatchSize,
            configuration.Seed,
            configuration.Data.Workers,
            configuration.Training.Batches);
    }

    /// <summary>What a user should know of the recordings, one sentence each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>How many recordings are trained on.</summary>
    public int Recordings { get; }

    /// <summary>How many batches an epoch has.</summary>
    public int PerEpoch => _training.BatchesPerEpoch;

    /// <summary>The training batches.</summary>
    public BatchSource Training => _training.Epoch;

    /// <summary>The validation batches; null for none.</summary>
    public BatchSource? Validation => _validation is null ? null : _validation.Epoch;

    // Batches in the making come first, and sequences get what is left of data.memoryLimit.
    private void Divide(SequenceStore store, IReadOnlyList<Modality> modalities, RunConfiguration configuration)
    {
        var rows = (long)configuration.Window.Views * (configuration.Training.BatchSize + 1);
        var batch = modalities.Select(modality => store.BackboneContext(modality, configuration.Window.Seconds))
            .Sum(context => rows * context.WindowFrames * context.FrameSize * sizeof(float));
        var making = ((configuration.Data.Workers + 2) * batch) + (configuration.Data.Workers * store.LongestSequence * CopiesWhileReading);
        var limit = (long)configuration.Data.MemoryLimit << 20;
        if (limit > 0 && making > limit)
        {
            _warnings.Add(
                $"data.memoryLimit is {configuration.Data.MemoryLimit} MiB, but the batches in the making take up to "
                    + $"{(making >> 20) + 1} MiB; "
                + "fewer data.workers or a smaller training.batchSize would take less.");
        }

        store.KeepInMemory(Math.Max(0, limit - making));
    }

    private static void RequireGroups(IReadOnlyList<UnlabelledRecording> recordings)
    {
        const string Option = "training.batches is 'group'";
        if (recordings.FirstOrDefault(recording => recording.Group.Length == 0) is { } ungrouped)
        {
            throw new MpucException($"{Option}, but the recording '{ungrouped.Id}' has no group; 'shuffled' needs none.");
        }

        if (recordings.GroupBy(
            recording => recording.Group, StringComparer.Ordinal).FirstOrDefault(group => group.Count() == 1) is { } single)
        {
            throw new MpucException(
                $"{Option}, but '{single.First().Id}' is the only recording of the group '{single.Key}', which leaves nothing to "
                    + "contrast it with; "
                + "leave it out, or let 'shuffled' mix the groups.");
        }
    }

    private List<UnlabelledRecording> Usable(
        IReadOnlyList<UnlabelledRecording> recordings, string split, SequenceStore store, IReadOnlyList<Modality> modalities, int needed)
    {
        var usable = recordings
            .Where(recording => modalities.Count(modality => store.Duration(recording, modality) is not null) >= needed)
            .ToList();
        if (usable.Count < recordings.Count)
        {
            var left = recordings.Count - usable.Count;
            _warnings.Add($"{left} of {recordings.Count} {split} recordings have fewer than {needed} modalities and are left out.");
        }

        return usable;
    }
}
