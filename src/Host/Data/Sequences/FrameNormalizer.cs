using Mpuc.Host.Modalities;
using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>Standardises the sequences of one modality as its configuration says. Owns its statistics.</summary>
internal sealed class FrameNormalizer : IDisposable
{
    // Stands for "every recording" where a group's name would stand.
    private const string Everyone = "";

    // Of two frames every value becomes -1 or 1, of one 0: fewer than these tell nothing of a group.
    private const long MinFrames = 5;

    private readonly Normalization _over;
    private readonly Dictionary<string, FrameStandardization> _byGroup = new(StringComparer.Ordinal);

    private FrameNormalizer(Normalization over) => _over = over;

    /// <summary>What a user should know of groups too small for statistics of their own; null for nothing.</summary>
    public string? Warning { get; private set; }

    /// <summary>The statistics by name, for <see cref="Create"/> in a later run.</summary>
    public IEnumerable<(string Name, torch.Tensor Value)> State => _byGroup.SelectMany(entry => new[]
    {
        (NameOf(entry.Key, "mean"), entry.Value.Mean),
        (NameOf(entry.Key, "deviation"), entry.Value.Deviation),
    });

    /// <summary>
    /// Learns statistics or takes them over; by group, those of groups without any are learned from the groups' own recordings, and a group
    /// of fewer than 5 frames takes those of the training recordings.
    /// </summary>
    /// <param name="training">The recordings to learn from; by group, each group learns from its own recordings instead.</param>
    /// <param name="read">Reads a recording's sequence before normalisation; null where it lacks the modality.</param>
    /// <param name="saved">What <see cref="State"/> gave, copied here; null to learn.</param>
    /// <exception cref="MpucException">The normalisation does not suit the recordings, or a statistic is missing.</exception>
    public static FrameNormalizer Create(
        Modality modality,
        IReadOnlyList<UnlabelledRecording> training,
        IReadOnlyList<UnlabelledRecording> all,
        Func<UnlabelledRecording, ModalitySequence?> read,
        IReadOnlyDictionary<string, torch.Tensor>? saved)
    {
        var normalizer = new FrameNormalizer(modality.Settings.Normalization);
        if (normalizer._over == Normalization.Training)
        {
            normalizer.Add(
                Everyone, saved is null ? Measure(training, read) : Restore(saved, Everyone) ?? throw Missing(modality, Everyone));
        }
        else if (normalizer._over == Normalization.Group)
        {
            normalizer.CreateByGroup(modality, training, all, read, saved);
        }

        return normalizer;
    }

    /// <summary>Normalises a sequence.</summary>
    /// <returns>A sequence that the caller owns.</returns>
    public ModalitySequence Apply(ModalitySequence sequence, string group)
    {
        if (_over == Normalization.None)
        {
            return sequence;
        }

        using (sequence)
        {
            if (_over != Normalization.Recording)
            {
                return (_byGroup.GetValueOrDefault(group) ?? _byGroup[Everyone]).Apply(sequence);
            }

            using var statistics = new FrameStatistics();
            statistics.Add(sequence.Values);
            using var own = statistics.ToStandardization();
            return own.Apply(sequence);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var standardization in _byGroup.Values)
        {
            standardization.Dispose();
        }
    }

    private void Add(string group, FrameStandardization? standardization)
    {
        if (standardization is not null)
        {
            _byGroup[group] = standardization;
        }
    }

    private void CreateByGroup(
        Modality modality,
        IReadOnlyList<UnlabelledRecording> training,
        IReadOnlyList<UnlabelledRecording> all,
        Func<UnlabelledRecording, ModalitySequence?> read,
        IReadOnlyDictionary<string, torch.Tensor>? saved)
    {
        var isTraining = training.Select(recording => recording.Id).ToHashSet(StringComparer.Ordinal);
        using var everyone = new FrameStatistics();
        var small = new List<string>();
        foreach (var group in all.GroupBy(recording => recording.Group, StringComparer.Ordinal))
        {
            if (Restore(saved, RequireName(modality, group)) is { } known)
            {
                Add(group.Key, known);
                continue;
            }

            using var statistics = new FrameStatistics();
            Measure(group, read, statistics, recording => isTraining.Contains(recording.Id) ? everyone : null);
            if (statistics.Frames >= MinFrames || (saved is not null && !saved.ContainsKey(NameOf(Everyone, "mean"))))
            {
                Add(group.Key, statistics.Frames == 0 ? null : statistics.ToStandardization());
            }
            else if (statistics.Frames > 0)
            {
                small.Add(group.Key);
            }
        }

        Add(Everyone, saved is null ? everyone.Frames == 0 ? null : everyone.ToStandardization() : Restore(saved, Everyone));
        Warning = small.Count == 0 ? null
            : $"modalities.{modality.Name}.normalization is 'group', but "
                + $"{(small.Count == 1 ? $"the group '{small[0]}' has" : $"{small.Count} groups, such as '{small[0]}', have")} "
            + $"fewer than {MinFrames} frames, too few for a mean and a deviation; the training recordings' are taken.";
    }

    private static FrameStandardization? Measure(
        IEnumerable<UnlabelledRecording> recordings, Func<UnlabelledRecording, ModalitySequence?> read)
    {
        using var statistics = new FrameStatistics();
        Measure(recordings, read, statistics, _ => null);
        return statistics.Frames == 0 ? null : statistics.ToStandardization();
    }

    private static void Measure(
        IEnumerable<UnlabelledRecording> recordings,
        Func<UnlabelledRecording, ModalitySequence?> read,
        FrameStatistics statistics,
        Func<UnlabelledRecording, FrameStatistics?> others)
    {
        foreach (var recording in recordings)
        {
            using var sequence = read(recording);
            if (sequence is not null)
            {
                statistics.Add(sequence.Values);
                others(recording)?.Add(sequence.Values);
            }
        }
    }

    private static FrameStandardization? Restore(IReadOnlyDictionary<string, torch.Tensor>? saved, string group) =>
        saved?.GetValueOrDefault(NameOf(group, "mean")) is { } mean && saved.GetValueOrDefault(NameOf(group, "deviation")) is { } deviation
            ? new FrameStandardization(mean.clone(), deviation.clone())
            : null;

    private static string NameOf(string group, string statistic) =>
        group == Everyone ? $"normalization.{statistic}" : $"normalization.group.{group}.{statistic}";

    private static string RequireName(Modality modality, IGrouping<string, UnlabelledRecording> group) => group.Key != Everyone
        ? group.Key
        : throw new MpucException(
            $"modalities.{modality.Name}.normalization is 'group', but the recording '{group.First().Id}' has no group.");

    private static MpucException Missing(Modality modality, string group) =>
        new($"The run's statistics lack '{modality.Name}.{NameOf(group, "mean")}'; they were saved with another normalisation.");
}
