using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Inference.Features;

/// <summary>Brings recordings through a model's encoders, together with those of other callers who wait at the same time.</summary>
internal sealed class RecordingEncoding
{
    private readonly BundleModel _model;
    private readonly bool _keep;
    private readonly EncodingQueue _queue;

    /// <summary>Makes an encoding of nothing yet.</summary>
    public RecordingEncoding(BundleModel model, bool keep)
    {
        (_model, _keep) = (model, keep);

        // By group, a recording is normalised together with others of its group: of one caller, not of several.
        var isByGroup = model.Modalities.Any(modality => modality.Settings.Normalization == Normalization.Group);
        _queue = new EncodingQueue(isByGroup ? 1 : model.Configuration.Evaluation.BatchSize, Encode);
    }

    /// <summary>Told of the number of recordings of every pass through the encoders.</summary>
    public Action<int> OnPass
    {
        set => _queue.OnPass = value;
    }

    /// <summary>How long a recording may be; null for as long as its encoders take.</summary>
    public RecordingLimit? Limit { get; set; }

    /// <summary>Encodes recordings.</summary>
    /// <param name="modalities">The names of modalities that every recording must have; empty for those of the model that it has.</param>
    /// <param name="look">
    /// Makes something of the features, while they are in memory; no other work with the model goes on meanwhile.
    /// </param>
    /// <exception cref="MpucException">
    /// A recording has none of the modalities, lacks a named one, or cannot be read; the message names it.
    /// </exception>
    public async Task<T> RunAsync<T>(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<string> modalities,
        Func<EncodedRecordings, T> look,
        CancellationToken cancellationToken)
    {
        // Decoding takes most of the time and is safe side by side. The rest is not: opening a store hands the fitted encoders their state.
        using var read = await Task.Run(
            () =>
                ReadRecordings.Of(
                    recordings, Select(modalities), modalities.Count > 0, _model.Configuration.Data, _keep, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        Limit?.Check(read);
        T? result = default;
        await _queue.RunAsync(new EncodingJob(read, encoded => result = look(encoded), cancellationToken)).ConfigureAwait(false);
        return result!;
    }

    /// <summary>The model's modalities by name.</summary>
    /// <exception cref="MpucException">There is none of a name.</exception>
    public IReadOnlyList<Modality> Select(IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => _model.Modalities.All(modality => modality.Name != name)) is { } unknown
            ? throw new MpucException(
                $"The model has no modality '{unknown}'; there are "
                    + $"{string.Join(", ", _model.Modalities.Select(modality => modality.Name))}.")
            : [.. _model.Modalities.Where(modality => names.Count == 0 || names.Contains(modality.Name))];

    private void Encode(IReadOnlyList<EncodingJob> jobs, CancellationToken cancellationToken)
    {
        var joined = ReadRecordings.Join([.. jobs.Select(job => job.Read)]);
        using var store = _model.OpenStore(joined);
        var windows = _model.Configuration.EvaluationWindows(joined.Recordings, store, joined.Modalities);
        using var features = FeatureExtractor.Extract(
            windows.Batches(cancellationToken), _model.Encoders.Features, [.. joined.Modalities.Select(modality => modality.Name)]);
        foreach (var job in jobs)
        {
            job.Finish(new EncodedRecordings(job.Read.Recordings, store, features));
        }
    }
}
