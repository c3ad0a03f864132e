using Mpuc.Host.Data.Cache;
using Mpuc.Host.Modalities;
using Serilog;
using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// The sequences of some recordings and modalities: each source read once through its encoder and cached on disk; transformed and
/// normalised when asked for. Knows the recordings that it was opened for and no others. Safe to read from several threads at once.
/// </summary>
public sealed class SequenceStore : IDisposable
{
    private readonly HashSet<string> _ids;
    private readonly Dictionary<Modality, PreparedModality> _prepared = [];
    private readonly SequenceMemory _memory = new();
    private readonly OpenCache? _cache;
    private readonly IReadOnlyList<string> _unreadable;

    private SequenceStore(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        OpenCache? cache = null,
        IReadOnlyList<string>? unreadable = null) =>
        (_ids, Modalities, _cache, _unreadable) = (
            recordings.Select(recording => recording.Id).ToHashSet(StringComparer.Ordinal), modalities, cache, unreadable ?? []);

    /// <summary>The modalities, in the configuration's order.</summary>
    public IReadOnlyList<Modality> Modalities { get; }

    /// <summary>
    /// What a user should know of recordings that lack a modality because of what their source holds, or because it could not be read, and
    /// of groups too small to be normalised by themselves, a sentence each.
    /// </summary>
    public IReadOnlyList<string> Warnings => [.. _unreadable, .. _prepared.Values.Select(prepared => prepared.Warning).OfType<string>()];

    /// <summary>Tells a log the <see cref="Warnings"/>.</summary>
    internal SequenceStore LogWarnings(ILogger log)
    {
        foreach (var warning in Warnings)
        {
            log.Warning("{Warning:l}", warning);
        }

        return this;
    }

    /// <summary>
    /// What was learned from the training recordings, to be saved with a run and given to <see cref="ForEvaluation"/>:
    /// <c>NAME.frameShape</c>, <c>NAME.normalization.*</c> and <c>NAME.encoder.*</c> by the modalities' names. Not the caller's to dispose.
    /// </summary>
    public IReadOnlyDictionary<string, torch.Tensor> Statistics => _prepared
        .SelectMany(prepared => prepared.Value.State.Select(entry => (Name: $"{prepared.Key.Name}.{entry.Name}", entry.Value)))
        .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>
    /// Opens the store for the encoder stage: reads its recordings, no others, and fits encoders and normalisation to the training
    /// recordings.
    /// </summary>
    /// <param name="data">The encoder stage's data.</param>
    /// <param name="modalities">The modalities; fitted encoders among them are fitted here.</param>
    /// <param name="options">The cache folder and the number of workers.</param>
    /// <param name="progress">Told of every sequence that is ready, from several threads; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The store.</returns>
    /// <exception cref="MpucException">A recording cannot be read, or recordings of one modality do not fit together.</exception>
    public static SequenceStore ForTraining(
        EncoderStageData data,
        IReadOnlyList<Modality> modalities,
        DataOptions options,
        IProgress<ReadingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        foreach (var modality in modalities)
        {
            RequireTraining(data.Training, modality);
        }

        return Open([.. data.Training, .. data.Validation], data.Training, modalities, null, options, progress, cancellationToken);
    }

    /// <summary>
    /// Opens the store for any recordings with what an earlier <see cref="ForTraining"/> learned; nothing is fitted, but new groups'
    /// normalisation.
    /// </summary>
    /// <param name="recordings">The recordings.</param>
    /// <param name="modalities">The modalities; fitted encoders among them take over their saved state.</param>
    /// <param name="statistics"><see cref="Statistics"/> of the training store; copied, not kept.</param>
    /// <param name="options">The cache folder and the number of workers.</param>
    /// <param name="progress">Told of every sequence that is ready, from several threads; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The store.</returns>
    /// <exception cref="MpucException">A recording cannot be read, or does not fit the statistics.</exception>
    public static SequenceStore ForEvaluation(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        IReadOnlyDictionary<string, torch.Tensor> statistics,
        DataOptions options,
        IProgress<ReadingProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Open(recordings, [], modalities, statistics, options, progress, cancellationToken);

    /// <summary>Opens the store over sequences that were read before, with what an earlier <see cref="ForTraining"/> learned.</summary>
    /// <param name="statistics"><see cref="Statistics"/> of the training store; copied, not kept.</param>
    /// <exception cref="MpucException">A sequence does not fit the statistics.</exception>
    internal static SequenceStore ForReading(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        IReadOnlyDictionary<string, torch.Tensor> statistics,
        IReadOnlyDictionary<Modality, IReadOnlyDictionary<string, SequenceFile>> files) =>
        Prepare(new SequenceStore(recordings, modalities), recordings, [], files, statistics);

    /// <summary>The shape of one frame of a modality.</summary>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <returns>The shape without the time axis.</returns>
    public IReadOnlyList<long> FrameShape(Modality modality) => _prepared[modality].FrameShape;

    /// <summary>What a modality's backbone needs to know of its input.</summary>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <param name="windowSeconds">A window's length in seconds.</param>
    /// <returns>The frame shape and the window's length in frames.</returns>
    public BackboneContext BackboneContext(Modality modality, double windowSeconds) =>
        new(FrameShape(modality), modality.Encoder.WindowFrames(windowSeconds));

    /// <summary>Reads a recording's sequence: transformed by a fitted encoder and normalised as the configuration says.</summary>
    /// <param name="recording">One of the store's recordings.</param>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <returns>The sequence, which the caller owns; null where the recording lacks the modality.</returns>
    /// <exception cref="InvalidOperationException">
    /// The store was not opened for this recording, such as a test recording in the encoder stage.
    /// </exception>
    public ModalitySequence? Read(UnlabelledRecording recording, Modality modality)
    {
        var prepared = Find(recording, modality);
        if (_memory.Find(recording.Id, modality) is { } kept)
        {
            return kept;
        }

        var sequence = prepared.Read(recording);
        if (sequence is not null)
        {
            _memory.Offer(recording.Id, modality, sequence);
        }

        return sequence;
    }

    /// <summary>
    /// Keeps sequences in memory from now on, as they are read, until they fill it; by default none is kept. What is read does not depend
    /// on it.
    /// </summary>
    /// <param name="bytes">How much they may take, at least 0.</param>
    public void KeepInMemory(long bytes) => _memory.Allow(bytes);

    /// <summary>The size of the longest sequence in bytes, as it is read.</summary>
    internal long LongestSequence => _prepared.Values.Max(prepared => prepared.LongestSequence);

    /// <summary>The size in bytes of the sequences that are in memory.</summary>
    internal long MemoryUsed => _memory.Used;

    /// <summary>A recording's length in one modality.</summary>
    /// <param name="recording">One of the store's recordings.</param>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <returns>Seconds; 0 for a modality without a time axis; null where the recording lacks the modality.</returns>
    /// <exception cref="InvalidOperationException">The store was not opened for this recording.</exception>
    public double? Duration(UnlabelledRecording recording, Modality modality) => Find(recording, modality).Duration(recording);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var prepared in _prepared.Values)
        {
            prepared.Dispose();
        }

        _memory.Dispose();
        _cache?.Dispose();
    }

    private static SequenceStore Open(
        IReadOnlyList<UnlabelledRecording> all,
        IReadOnlyList<UnlabelledRecording> training,
        IReadOnlyList<Modality> modalities,
        IReadOnlyDictionary<string, torch.Tensor>? statistics,
        DataOptions options,
        IProgress<ReadingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var cache = OpenCache.Of(options);
        try
        {
            var unreadable = new UnreadableRecordings();
            var files = SequenceLoading.Read(all, modalities, cache, options.Workers, unreadable, progress, cancellationToken);
            foreach (var modality in modalities
                .Where(modality => statistics is null && !training.Any(recording => files[modality].ContainsKey(recording.Id))))
            {
                unreadable.RefuseToLearn(modality);
            }

            return Prepare(new SequenceStore(all, modalities, cache, unreadable.Warnings), all, training, files, statistics);
        }
        catch
        {
            cache.Dispose();
            throw;
        }
    }

    private static SequenceStore Prepare(
        SequenceStore store,
        IReadOnlyList<UnlabelledRecording> all,
        IReadOnlyList<UnlabelledRecording> training,
        IReadOnlyDictionary<Modality, IReadOnlyDictionary<string, SequenceFile>> files,
        IReadOnlyDictionary<string, torch.Tensor>? statistics)
    {
        try
        {
            foreach (var modality in store.Modalities)
            {
                store._prepared[modality] = new PreparedModality(modality, files[modality], training, all, Of(modality, statistics));
            }

            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static Dictionary<string, torch.Tensor>? Of(Modality modality, IReadOnlyDictionary<string, torch.Tensor>? statistics) =>
        statistics?.Where(entry => entry.Key.StartsWith(modality.Name + '.', StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[(modality.Name.Length + 1)..], entry => entry.Value, StringComparer.Ordinal);

    private static void RequireTraining(IReadOnlyList<UnlabelledRecording> training, Modality modality)
    {
        if (!training.Any(recording => SourceReader.SourceOf(recording, modality) is not null))
        {
            var sources = training.SelectMany(recording => recording.Sources.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
            var known = sources.Count == 0 ? "they have none" : $"there are {string.Join(", ", sources)}";
            throw new MpucException(
                $"modalities.{modality.Name}.source: no training recording has a source '{modality.Settings.Source}'; {known}.");
        }
    }

    private PreparedModality Find(UnlabelledRecording recording, Modality modality) => _ids.Contains(recording.Id)
        ? _prepared[modality]
        : throw new InvalidOperationException(
            $"The recording '{recording.Id}' is not one that this store was opened for; "
            + "the encoder stage sees training and validation alone.");
}
