using System.Collections;
using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;
using Serilog;
using Serilog.Core;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>
/// A trained model inside an application: a bundle that <c>mpuc export</c> wrote, with the plugins that it needs. All members may be called
/// from several threads at once: recordings are read side by side, and what several calls wait for is encoded together.
/// </summary>
public sealed class MpucModel : IDisposable
{
    private readonly BundleModel _model;
    private readonly IModalityCatalog _catalog;
    private readonly RecordingEncoding _encoding;

    private MpucModel(BundleModel model, IModalityCatalog catalog, bool keepsRecordings)
    {
        (_model, _catalog, _encoding) = (model, catalog, new RecordingEncoding(model, keepsRecordings));
        Modalities = [.. model.Modalities.Select(modality => modality.Name)];
    }

    /// <summary>The modalities' names, in the model's order.</summary>
    public IReadOnlyList<string> Modalities { get; }

    /// <summary>The label that is predicted, such as <c>emotion</c>; null for a bundle without a classifier.</summary>
    public string? Label => _model.Manifest.Task?.Label;

    /// <summary>The classes' names; empty for a bundle without a classifier.</summary>
    public IReadOnlyList<string> Classes => _model.Manifest.Task?.Classes ?? [];

    /// <summary>The length of a window in seconds.</summary>
    public double WindowSeconds => _model.Configuration.Window.Seconds;

    /// <summary>The name of the run that the bundle was made from.</summary>
    public string Run => _model.Manifest.Run;

    /// <summary>Whether new versions of plugins are to be taken while it is in use.</summary>
    internal bool WatchesPlugins => _model.Configuration.Plugins.Watch;

    /// <summary>The plugins; null where they are none of a folder's.</summary>
    internal PluginCatalog? Plugins => _catalog as PluginCatalog;

    /// <summary>Recordings that are encoded at once.</summary>
    internal int BatchSize => _model.Configuration.Evaluation.BatchSize;

    /// <summary>Loads a bundle. All of it is checked before any tensor is read, and nothing of it is executed.</summary>
    /// <param name="path">The bundle's folder or zip file.</param>
    /// <param name="options">Where to find plugins; null for the usual places.</param>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="MpucException">
    /// The bundle is missing or damaged, or the installed plugins are not those that it was made with.
    /// </exception>
    public static MpucModel Load(string path, MpucModelOptions? options = null)
    {
        var given = options ?? new MpucModelOptions();
        var settings = new List<Setting> { new("runtime.device", given.Device) };
        if (given.PluginFolders.Count > 0)
        {
            settings.Add(
                new(
                    "plugins.folders",
                    new JsonArray([.. given.PluginFolders.Select(folder => JsonValue.Create(Path.GetFullPath(folder)))])));
        }

        if (given.CacheFolder is { } cache)
        {
            settings.Add(new("data.cache", Path.GetFullPath(cache)));
        }

        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, StringComparer.Ordinal);
        return Load(
            path,
            [],
            environment,
            plugins => PluginCatalog.Discover(PluginSettings.From(plugins, FirstContact.Default), Logger.None),
            Logger.None,
            given.KeepsRecordings,
            settings: settings);
    }

    /// <summary>Loads a bundle with settings over its own; settings of the machine are those given alone.</summary>
    /// <remarks>
    /// With other versions of plugins where they are asked for, as long as options, backbones and shapes are those of the bundle.
    /// </remarks>
    internal static MpucModel Load(
        string path,
        IReadOnlyList<string> sets,
        IReadOnlyDictionary<string, string> environment,
        Func<PluginOptions, IModalityCatalog> openCatalog,
        ILogger log,
        bool keepsRecordings = true,
        bool takesOtherVersions = false,
        IReadOnlyList<Setting>? settings = null)
    {
        using var bundle = BundleFolder.Open(path);
        var file = ConfigurationFile.OfBundle(bundle.PathOf(BundleNames.Configuration), bundle.Place);
        var configuration = ParsedConfiguration.Read(file, sets, environment, settings);
        var catalog = openCatalog(configuration.ReadPlugins());
        try
        {
            return new MpucModel(
                BundleModel.Load(bundle, configuration.Load(catalog), catalog, log, takesOtherVersions), catalog, keepsRecordings);
        }
        catch
        {
            (catalog as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>Judges one recording.</summary>
    /// <param name="files">Its files, such as a video and a transcript, told apart by their extensions; at least one.</param>
    /// <param name="options">Which modalities to use, and whether to judge window by window; null for all, and not.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The prediction; its id is the first file's name without the extension.</returns>
    /// <exception cref="MpucException">A file cannot be read, no modality reads any of them, or the bundle has no classifier.</exception>
    public Prediction Predict(
        IReadOnlyList<string> files, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        PredictAsync(files, options, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Judges one recording whose data may be parts of files: rows of tables, spans of videos.</summary>
    /// <param name="id">The recording's id.</param>
    /// <param name="sources">Its sources, by the names that the training's data set had for them, or by extension (<c>.wav</c>).</param>
    /// <param name="options">Which modalities to use, and whether to judge window by window; null for all, and not.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The prediction.</returns>
    /// <exception cref="MpucException">A source cannot be read, no modality reads any of them, or the bundle has no classifier.</exception>
    public Prediction Predict(
        string id,
        IReadOnlyDictionary<string, ModalitySource> sources,
        PredictionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        PredictAsync(id, sources, options, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Judges one recording without holding up the caller.</summary>
    /// <inheritdoc cref="Predict(IReadOnlyList{string}, PredictionOptions, CancellationToken)"/>
    public async Task<Prediction> PredictAsync(
        IReadOnlyList<string> files, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        (await PredictAsync([RecordingFiles.Join(files)], options, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Judges one recording whose data may be parts of files, without holding up the caller.</summary>
    /// <inheritdoc cref="Predict(string, IReadOnlyDictionary{string, ModalitySource}, PredictionOptions, CancellationToken)"/>
    public async Task<Prediction> PredictAsync(
        string id,
        IReadOnlyDictionary<string, ModalitySource> sources,
        PredictionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        (await PredictAsync([new UnlabelledRecording(id, string.Empty, sources)], options, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Extracts the features of one recording.</summary>
    /// <param name="files">Its files, told apart by their extensions; at least one.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>512 values for each modality that the recording has.</returns>
    /// <exception cref="MpucException">A file cannot be read, or no modality reads any of them.</exception>
    public Task<RecordingFeatures> ExtractAsync(IReadOnlyList<string> files, CancellationToken cancellationToken = default) =>
        ExtractAsync(RecordingFiles.Join(files), [], cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Dispose();
        (_catalog as IDisposable)?.Dispose();
    }

    /// <summary>Judges recordings together.</summary>
    internal Task<IReadOnlyList<Prediction>> PredictAsync(
        IReadOnlyList<UnlabelledRecording> recordings, PredictionOptions? options, CancellationToken cancellationToken)
    {
        var given = options ?? new PredictionOptions();
        Check(given);
        var predictor = new Predictor(_model, given);
        return _encoding.RunAsync(
            recordings, given.Modalities, encoded => predictor.Predict(encoded, cancellationToken), cancellationToken);
    }

    /// <summary>Refuses what no recording can be judged with.</summary>
    /// <exception cref="MpucException">The bundle has no classifier, or no modality of a name.</exception>
    internal void Check(PredictionOptions options)
    {
        if (_model.Classifier is null)
        {
            throw new MpucException(
                $"The bundle of {_model.Manifest.Run} has no classifier, because its run had no label; set 'data.label' and export the "
                    + "run again.");
        }

        _encoding.Select(options.Modalities);
    }

    /// <summary>Encodes one recording.</summary>
    internal Task<RecordingFeatures> ExtractAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, CancellationToken cancellationToken) => _encoding.RunAsync(
        [recording],
        modalities,
        encoded => new RecordingFeatures(recording.Id, encoded.Features.Modalities
            .Select(name => (name, values: encoded.Features.ValuesOf(recording.Id, name)))
            .Where(pair => !float.IsNaN(pair.values[0]))
            .ToDictionary(pair => pair.name, pair => (IReadOnlyList<float>)pair.values, StringComparer.Ordinal)),
        cancellationToken);

    /// <summary>Encodes recordings together.</summary>
    internal FeatureRows Extract(
        IReadOnlyList<UnlabelledRecording> recordings,
        FeatureGranularity granularity,
        CancellationToken cancellationToken) => _encoding.RunAsync(
        recordings,
        [],
        encoded => granularity.Windows
            ? new Timeline(_model.Encoders, _model.Configuration, encoded.Store, granularity.Hop).Encode(recordings, cancellationToken)
            : FeatureRows.Of(encoded.Features, [.. recordings.Select(recording => recording.Id)]),
        cancellationToken).GetAwaiter().GetResult();

    /// <summary>Embeds recordings together, as <see cref="BundleModel.Embed"/> does.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, torch.Tensor>> Embed(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<string> modalities,
        CancellationToken cancellationToken) => _encoding.RunAsync(
        recordings,
        modalities,
        encoded => (IReadOnlyList<IReadOnlyDictionary<string, torch.Tensor>>)[.. recordings.Select(recording => _model.Embed(encoded.Features, recording.Id))],
        cancellationToken).GetAwaiter().GetResult();

    /// <summary>The modalities with their plugins.</summary>
    internal IReadOnlyList<Modality> Readers => _model.Modalities;

    /// <summary>What the bundle says of itself.</summary>
    internal BundleManifest Manifest => _model.Manifest;

    /// <summary>How long a recording may be; null for as long as its encoders take.</summary>
    internal RecordingLimit? Limit
    {
        set => _encoding.Limit = value;
    }

    /// <summary>Told of the number of recordings of every pass through the encoders.</summary>
    internal Action<int> OnPass
    {
        set => _encoding.OnPass = value;
    }
}

/// <summary>Where a model finds what its bundle does not hold.</summary>
public sealed record MpucModelOptions
{
    /// <summary>
    /// Folders whose sub-folders are plugins, besides <c>plugins</c> beside the program and those in the environment variable
    /// <c>MPUC_PLUGINS</c>.
    /// </summary>
    public IReadOnlyList<string> PluginFolders { get; init; } = [];

    /// <summary>Where read recordings are kept for the next time; null for <c>mpuc</c> in the user's cache folder.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether read recordings are kept there; else nothing of a recording stays on disk after the call.</summary>
    public bool KeepsRecordings { get; init; } = true;

    /// <summary>Where tensors are computed: <c>cpu</c>, or <c>cuda</c> for the first GPU.</summary>
    public string Device { get; init; } = "cpu";
}
