using System.Text.Json.Nodes;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.FeatureMaps;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>The page of a training run.</summary>
internal static class RunReport
{
    /// <summary>Puts the page together.</summary>
    /// <param name="map">Its features in the plane; null where there is no map.</param>
    public static ReportPage Of(RunFiles files, FeatureMap? map, Missing? missingMap, bool drawn, DateTimeOffset made)
    {
        Html Draw(Figure figure) => figure.ToHtml(drawn);
        var label = Text(files.Configuration, "data", "label");
        ReportSection?[] sections =
        [
            OverviewSection.Of(files),
            TrainingSection.Of(files, Draw),
            files.Evaluation is { } result ? AccuracySection.Of(result, Draw) : null,
            files.Evaluation is { } evaluation ? ClassSection.Of(evaluation, Draw) : null,
            files.Representation is { } measures ? RepresentationSection.Of(measures, Measured(files), Draw) : null,
            map is null && missingMap is null ? null : MapSection.Of(map, missingMap, label, Draw),
            SetupSection.Of(files),
        ];
        return new ReportPage(files.Directory.Name, Kicker(files), Lede(files, label), [.. sections.OfType<ReportSection>()], made);
    }

    private static Html Kicker(RunFiles files) => Html.Of(
        $"<span>Training run</span>{Badge.Of(files.Manifest.Unsupervised)}");

    private static string Lede(RunFiles files, string label)
    {
        var names = ReportText.Join([.. files.Manifest.Modalities.Select(modality => modality.Name)]);
        var task = label.Length == 0 ? "no label to predict" : $"label {label}";
        return $"{names}; objective {Text(files.Configuration, "objective", "variant")}; data {Text(files.Configuration, "data", "kind")}, {task}; {ReportText.Count(files.Epochs, "epoch")}.";
    }

    private static string Measured(RunFiles files) => files switch
    {
        { Evaluation: { } result } => ReportText.Count(result.TestRecordings, "test recording"),
        { Unlabelled: { HeldOut: false } flattered } =>
            $"{ReportText.Count(flattered.Recordings, "training recording")} (none is held out, so these figures flatter)",
        _ => ReportText.Count(files.Unlabelled!.Recordings, "test recording"),
    };

    private static string Text(JsonObject configuration, string section, string key) =>
        configuration[section]?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;
}
