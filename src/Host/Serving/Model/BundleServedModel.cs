using System.Reflection;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Features;

namespace Mpuc.Host.Serving.Model;

/// <summary>A bundle's model as the server uses it.</summary>
internal sealed class BundleServedModel(MpucModel model) : IServedModel
{
    /// <inheritdoc/>
    public ServedModelDescription Description { get; } = new()
    {
        Run = model.Run,
        Program = typeof(BundleServedModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        Label = model.Label,
        Classes = model.Classes,
        MultiLabel = model.Manifest.Task?.Kind == TaskKind.MultiLabel,
        WindowSeconds = model.WindowSeconds,
        Modalities =
        [
            .. model.Readers.Select(reader =>
                new ServedModality(reader.Name, reader.Settings.Kind, reader.Settings.Source, reader.Extensions)),
        ],
        Subsets =
        [
            .. (model.Manifest.Task?.Subsets ?? []).Select(subset =>
                new ServedSubset(subset.Modalities, subset.Recordings, subset.Metrics.Accuracy)),
        ],
    };

    /// <inheritdoc/>
    public Action<int> OnPass
    {
        set => model.OnPass = value;
    }

    /// <inheritdoc/>
    public RecordingLimit Limit
    {
        set => model.Limit = value;
    }

    /// <inheritdoc/>
    public async Task<Prediction> PredictAsync(
        UnlabelledRecording recording, PredictionOptions options, CancellationToken cancellationToken) =>
        (await model.PredictAsync([recording], options, cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public Task<RecordingFeatures> ExtractAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, CancellationToken cancellationToken) =>
        model.ExtractAsync(recording, modalities, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Modality, ModalityPreview Preview)>> PreviewAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, int pictures, CancellationToken cancellationToken)
    {
        var previews = new List<(string, ModalityPreview)>();
        foreach (var reader in model.Readers.Where(reader => modalities.Count == 0 || modalities.Contains(reader.Name)))
        {
            if (reader.Preview is { } show && SourceReader.SourceOf(recording, reader) is { } source)
            {
                previews.Add((reader.Name, await show(source, pictures, cancellationToken).ConfigureAwait(false)));
            }
        }

        return previews;
    }
}
