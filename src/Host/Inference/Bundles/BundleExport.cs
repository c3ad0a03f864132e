using System.Reflection;
using System.Text.Json;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference.Classification;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Host.Runs;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>Makes a bundle from a trained run.</summary>
internal sealed class BundleExport(TrainedRun run, Func<ConfigurationFile, RunConfiguration> load, IModalityCatalog catalog)
{
    /// <summary>
    /// Trains the classifier on the run's training recordings, measures it on its test recordings, and writes the bundle.
    /// </summary>
    /// <param name="output">A path that <see cref="BundleWriter.Check"/> returned.</param>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <exception cref="MpucException">The run's data cannot be read, or nothing can be learned from them.</exception>
    public BundleManifest Write(string output, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        using var writer = new BundleWriter(output);
        var portable = WriteConfiguration(writer);
        WriteEncoders(writer, portable);
        var task = run.Configuration.Data.Label.Length == 0 ? null : WriteClassifier(writer, progress, cancellationToken);
        var manifest = Describe(task);
        AtomicFile.WriteText(writer.PathOf(BundleNames.Card), ModelCard.Write(manifest, run));
        cancellationToken.ThrowIfCancellationRequested();
        writer.Finish(files => manifest = manifest with { Files = files });
        return manifest;
    }

    private RunConfiguration WriteConfiguration(BundleWriter writer)
    {
        var path = writer.PathOf(BundleNames.Configuration);
        AtomicFile.WriteText(
            path, PortableConfiguration.Of(run.Configuration).ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        return load(ConfigurationFile.OfBundle(path, Path.GetDirectoryName(path)!));
    }

    private void WriteEncoders(BundleWriter writer, RunConfiguration portable) => Checkpoint.Write(
        writer.PathOf(BundleNames.Encoders),
        run.Model,
        run.State,
        ModelIdentity.Of([.. portable.Modalities.Select(catalog.Create)], run.Contexts, portable.Projection),
        run.Contexts,
        run.Statistics);

    private BundleTask WriteClassifier(BundleWriter writer, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        var (split, evaluation, label) = (run.ReadData().Split, run.Configuration.Evaluation, run.Configuration.Data.Label);
        var rows = new LabelledRows(split.Training, split.Test, recording => recording.Labels.GetValueOrDefault(label), evaluation.Task);
        rows.CheckTraining(label);
        var ids = rows.TrainingIds.Concat(rows.TestIds).ToHashSet(StringComparer.Ordinal);
        var recordings = split.Training.Concat(split.Test)
            .Where(recording => ids.Contains(recording.Id))
            .Select(recording => recording.WithoutLabels())
            .ToList();
        using var store = run.OpenStore(recordings, progress, cancellationToken);
        using var features = FeatureExtractor.Extract(
            run.Model, run.Configuration.EvaluationWindows(recordings, store, run.Model.Modalities), cancellationToken);
        using var training = features.Concatenate(rows.TrainingIds, features.Modalities);
        using var classifier = SubsetClassifier.Fit(training, rows, features.Modalities, evaluation, run.Configuration.Seed);
        var task = new BundleTask
        {
            Label = label,
            Kind = evaluation.Task,
            Threshold = evaluation.Threshold,
            Classes = rows.Classes,
            Frequencies =
            [
                .. rows.Classes.Select((_, place) =>
                    rows.TrainingTargets.Count(target => rows.Space.Has(target, place)) / (double)rows.TrainingTargets.Count),
            ],
            Subsets = rows.TestIds.Count == 0 ? [] : SubsetMeasurement.Of(classifier, features, rows, evaluation),
        };
        classifier.Save(writer.PathOf(BundleNames.Classifier));
        return task;
    }

    private BundleManifest Describe(BundleTask? task) => new()
    {
        Format = BundleManifest.CurrentFormat,
        Program = typeof(BundleExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        Contract = HostSurface.Current.ContractVersion.ToString(),
        Run = run.Directory.Name,
        Unsupervised = run.Manifest.Unsupervised,
        Modalities =
        [
            .. run.Modalities.Select(modality => new RunManifest.ModalityEntry(
                modality.Name, modality.Settings.Kind, modality.Plugin, modality.Settings.Backbone, modality.BackbonePlugin)),
        ],
        Task = task,
        Files = [],
    };
}
