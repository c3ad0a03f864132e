using System.Globalization;
using System.Text;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>What a person should know of a model before using it, as Markdown.</summary>
internal static class ModelCard
{
    /// <summary>Writes the card.</summary>
    /// <param name="manifest">The bundle; its files play no part.</param>
    public static string Write(BundleManifest manifest, TrainedRun run)
    {
        var text = new StringBuilder();
        Line(text, $"# {manifest.Run}\n");
        Line(text, $"Written by mpuc {manifest.Program}. {(manifest.Unsupervised ? "The encoders were trained without labels." : "The encoders were trained with labels.")}\n");
        Data(text, run);
        Line(text, $"## Modalities\n\n| name | kind | backbone | plugin | SHA-256 of the plugin |\n| --- | --- | --- | --- | --- |");
        foreach (var modality in manifest.Modalities)
        {
            Line(text, $"| {modality.Name} | {modality.Kind} | {modality.Backbone} | {modality.Plugin.Id} {modality.Plugin.Version} | {modality.Plugin.Sha256} |");
        }

        if (manifest.Task is { } task)
        {
            Classifier(text, task);
        }

        Limits(text, run);
        return text.ToString();
    }

    private static void Data(StringBuilder text, TrainedRun run)
    {
        var (data, split) = (run.Configuration.Data, run.Manifest);
        Line(text, $"## Data\n");
        Line(text, $"Data set of the kind `{data.Kind}`: {split.Training.Count} recordings to train on, {split.Validation.Count} to validate, {split.Test.Count} held out. {run.State.Epoch} epochs, objective `{split.Objective}`, seed {split.Seed}.");
        Line(text, $"SHA-256 of what the recordings are: `{split.DataSha256}`; of the configuration: `{split.ConfigurationSha256}`.\n");
        Line(text, $"Licence of the data: {LicenceOf(data.Kind)}\n");
    }

    private static void Classifier(StringBuilder text, BundleTask task)
    {
        Line(text, $"\n## Classes of `{task.Label}`\n\n| class | fraction of the training recordings |\n| --- | ---: |");
        foreach (var (name, frequency) in task.Classes.Zip(task.Frequencies))
        {
            Line(text, $"| {name} | {frequency:0.000} |");
        }

        Line(text, $"\n## Accuracy on the held-out recordings\n");
        if (task.Subsets.Count == 0)
        {
            Line(text, $"No recordings were held out, so nothing is known of the classifier's accuracy.");
            return;
        }

        Line(text, $"Of this bundle's classifier, with each subset of the modalities; a recording counts where it has one of them.\n");
        Line(text, $"| modalities | recordings | accuracy | mean w-ACC | macro F1 |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var subset in task.Subsets)
        {
            Line(text, $"| {string.Join(" + ", subset.Modalities)} | {subset.Recordings} | {subset.Metrics.Accuracy:0.000} | {subset.Metrics.WeightedAccuracy:0.000} | {subset.Metrics.MacroF1:0.000} |");
        }

        Line(text, $"\nWith all modalities, class by class:\n\n| class | recordings | found (recall) | F1 |\n| --- | ---: | ---: | ---: |");
        foreach (var (name, counts) in task.Subsets[0].Metrics.Classes)
        {
            Line(text, $"| {name} | {counts.Positives} | {Recall(counts)} | {counts.F1:0.000} |");
        }
    }

    private static void Limits(StringBuilder text, TrainedRun run)
    {
        Line(text, $"\n## Limits\n");
        Line(text, $"- A window is {run.Configuration.Window.Seconds} s long. Of longer recordings, {run.Configuration.Evaluation.Windows} windows spread evenly are averaged, unless a timeline is asked for.");
        Line(text, $"- The classes are what the data set's annotators or actors meant by them. People who differ from them in language, culture, age or recording conditions may be judged wrongly, and the figures above say nothing about them.");
        Line(text, $"- An expression is no proof of a feeling. The model must not decide on people by itself.");
        if (run.Manifest.Warnings.Count > 0)
        {
            Line(text, $"- The training warned:");
            run.Manifest.Warnings.ToList().ForEach(warning => Line(text, $"  - {warning}"));
        }
    }

    private static string LicenceOf(string kind) => kind switch
    {
        "ravdess" => "CC BY-NC-SA 4.0 (RAVDESS, Livingstone and Russo 2018): no commercial use.",
        "mosei" => "the terms of CMU-MOSEI (Zadeh et al. 2018): research.",
        "synthetic" => "none needed, this program made them.",
        _ => "not known to this program; see where the recordings come from.",
    };

    private static string Recall(BinaryCounts counts) =>
        counts.Positives == 0 ? "-" : (counts.TruePositives / (double)counts.Positives).ToString("0.000", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
