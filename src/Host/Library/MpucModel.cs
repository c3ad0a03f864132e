using System.Collections;
using System.Text.Json;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference;
using Mpuc.Host.Plugins;
using Serilog;
using Serilog.Core;

namespace Mpuc;

/// <summary>
/// A trained model inside an application: a bundle that <c>mpuc export</c> wrote, with the plugins that it needs. All members may be called
/// from several threads at once: recordings are read side by side, and encoded one call after the other.
/// </summary>
public sealed class MpucModel : IDisposable
{
    private readonly BundleModel _model;
    private readonly IModalityCatalog _catalog;
    private readonly SemaphoreSlim _encoding = new(1);

    private MpucModel(BundleModel model, IModalityCatalog catalog)
    {
        (_model, _catalog) = (model, catalog);
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

    /// <summary>Recordings that are encoded at once.</summary>
    internal int BatchSize => _model.Configuration.Evaluation.BatchSize;

    /// <summary>Loads a bundle. All of it is checked before any tensor is read, and nothing of it is executed.</summary>
    /// <param name="path">The bundle's folder or zip file.</param>
    /// <param name="options">Where to find plugins; null for the usual places.</param>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="MpucException">The bundle is missing or damaged, or the installed plugins are not those that it was made with.</exception>
    public static MpucModel Load(string path, MpucModelOptions? options = null)
    {
        var given = options ?? new MpucModelOptions();
        var sets = new List<string> { $"runtime.device={JsonSerializer.Serialize(given.Device)}" };
        if (given.PluginFolders.Count > 0)
        {
            sets.Add($"plugins.folders={JsonSerializer.Serialize(given.PluginFolders.Select(Path.GetFullPath))}");
        }

        if (given.CacheFolder is { } cache)
        {
            sets.Add($"data.cache={JsonSerializer.Serialize(Path.GetFullPath(cache))}");
        }

        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, StringComparer.Ordinal);
        return Load(path, sets, environment, plugins => PluginCatalog.Discover(PluginSettings.From(plugins), Logger.None), Logger.None);
    }

    /// <summary>Loads a bundle with settings over its own.</summary>
    internal static MpucModel Load(
        string path,
        IReadOnlyList<string> sets,
        IReadOnlyDictionary<string, string> environment,
        Func<PluginOptions, IModalityCatalog> openCatalog,
        ILogger log)
    {
        using var bundle = BundleFolder.Open(path);
        var file = bundle.PathOf(BundleNames.Configuration);
        var catalog = openCatalog(ConfigurationLoader.ReadPlugins(file, sets, environment));
        try
        {
            return new MpucModel(BundleModel.Load(bundle, ConfigurationLoader.Load(file, sets, environment, catalog), catalog, log), catalog);
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
    public Prediction Predict(IReadOnlyList<string> files, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        Predict([RecordingFiles.Join(files)], options ?? new PredictionOptions(), cancellationToken)[0];

    /// <summary>Judges one recording whose data may be parts of files: rows of tables, spans of videos.</summary>
    /// <param name="id">The recording's id.</param>
    /// <param name="sources">Its sources, by the names that the training's data set had for them, or by extension (<c>.wav</c>).</param>
    /// <param name="options">Which modalities to use, and whether to judge window by window; null for all, and not.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The prediction.</returns>
    /// <exception cref="MpucException">A source cannot be read, no modality reads any of them, or the bundle has no classifier.</exception>
    public Prediction Predict(
        string id, IReadOnlyDictionary<string, ModalitySource> sources, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        Predict([new UnlabelledRecording(id, string.Empty, sources)], options ?? new PredictionOptions(), cancellationToken)[0];

    /// <summary>Judges one recording without holding up the caller.</summary>
    /// <inheritdoc cref="Predict(IReadOnlyList{string}, PredictionOptions, CancellationToken)"/>
    public Task<Prediction> PredictAsync(IReadOnlyList<string> files, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Predict(files, options, cancellationToken), cancellationToken);

    /// <summary>Extracts the features of one recording.</summary>
    /// <param name="files">Its files, told apart by their extensions; at least one.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>512 values for each modality that the recording has.</returns>
    /// <exception cref="MpucException">A file cannot be read, or no modality reads any of them.</exception>
    public Task<RecordingFeatures> ExtractAsync(IReadOnlyList<string> files, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            var recording = RecordingFiles.Join(files);
            using var table = Extract([recording], cancellationToken);
            return new RecordingFeatures(recording.Id, table.Modalities
                .Select(name => (name, values: table.ValuesOf(recording.Id, name)))
                .Where(pair => !float.IsNaN(pair.values[0]))
                .ToDictionary(pair => pair.name, pair => (IReadOnlyList<float>)pair.values, StringComparer.Ordinal));
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Dispose();
        (_catalog as IDisposable)?.Dispose();
        _encoding.Dispose();
    }

    /// <summary>Judges recordings together.</summary>
    internal IReadOnlyList<Prediction> Predict(
        IReadOnlyList<UnlabelledRecording> recordings, PredictionOptions options, CancellationToken cancellationToken)
    {
        if (_model.Classifier is null)
        {
            throw new MpucException($"The bundle of {_model.Manifest.Run} has no classifier, because its run had no label; set 'data.label' and export the run again.");
        }

        var predictor = new Predictor(_model, options);
        return Exclusively(predictor, recordings, () => predictor.Predict(recordings, cancellationToken), cancellationToken);
    }

    /// <summary>Encodes recordings together.</summary>
    internal FeatureTable Extract(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken)
    {
        var predictor = new Predictor(_model, new PredictionOptions());
        return Exclusively(predictor, recordings, () => predictor.Extract(recordings, cancellationToken), cancellationToken);
    }

    /// <summary>The modalities with their plugins.</summary>
    internal IReadOnlyList<Modality> Readers => _model.Modalities;

    // Decoding takes most of the time and is safe side by side. The rest is not: opening a store hands the fitted encoders their state.
    private T Exclusively<T>(Predictor predictor, IReadOnlyList<UnlabelledRecording> recordings, Func<T> work, CancellationToken cancellationToken)
    {
        predictor.Read(recordings, cancellationToken);
        _encoding.Wait(cancellationToken);
        try
        {
            return work();
        }
        finally
        {
            _encoding.Release();
        }
    }
}
