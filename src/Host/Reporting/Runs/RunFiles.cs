using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Representation;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>
/// What a run's folder holds for a report. Whatever a training or evaluation has not written yet is null, and named in
/// <see cref="Missing"/>.
/// </summary>
internal sealed record RunFiles
{
    /// <summary>The run's folder.</summary>
    public required RunDirectory Directory { get; init; }

    /// <summary>What determined the run.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>The resolved configuration.</summary>
    public required JsonObject Configuration { get; init; }

    /// <summary>The epochs.</summary>
    public required IReadOnlyList<EpochMetrics> Metrics { get; init; }

    /// <summary>How the training ended.</summary>
    public TrainingSummary? Summary { get; init; }

    /// <summary>What the evaluation found.</summary>
    public EvaluationResult? Evaluation { get; init; }

    /// <summary>What the evaluation of a run without labels found.</summary>
    public UnlabelledEvaluation? Unlabelled { get; init; }

    /// <summary>What is missing.</summary>
    public required IReadOnlyList<Missing> Missing { get; init; }

    /// <summary>The geometry of the embeddings, however it was measured.</summary>
    public RepresentationMeasures? Representation => Evaluation?.Representation ?? Unlabelled?.Representation;

    /// <summary>Epochs completed.</summary>
    public int Epochs => Metrics.Count == 0 ? 0 : Metrics.Max(line => line.Epoch);

    /// <summary>Reads a run.</summary>
    /// <exception cref="MpucException">Its manifest or configuration cannot be read.</exception>
    public static RunFiles Read(RunDirectory directory)
    {
        var missing = new List<Missing>();
        var summary = Optional<TrainingSummary>(directory.SummaryPath, CheckpointJson.Indented, missing);
        var evaluation = ReportFile.ReadIfThere(directory.EvaluationPath, text => StrictJson.Parse(text) as JsonObject, out var problem);
        var isLabelled = evaluation?.ContainsKey("accuracy") ?? false;
        var files = new RunFiles
        {
            Directory = directory,
            Manifest = ReportFile.Read(
                directory.ManifestPath, text => JsonSerializer.Deserialize<RunManifest>(text, CheckpointJson.Indented)),
            Configuration = ReportFile.Read(directory.ConfigurationPath, text => StrictJson.Parse(text) as JsonObject),
            Metrics = ReadMetrics(directory),
            Summary = summary,
            Evaluation = isLabelled ? Optional<EvaluationResult>(directory.EvaluationPath, EvaluationJson.Options, missing) : null,
            Unlabelled = isLabelled || evaluation is null
                ? null
                : Optional<UnlabelledEvaluation>(directory.EvaluationPath, EvaluationJson.Options, missing),
            Missing = missing,
        };
        missing.InsertRange(0, new RunGaps(files).Find(problem));
        return files;
    }

    private static IReadOnlyList<EpochMetrics> ReadMetrics(RunDirectory directory)
    {
        try
        {
            return new MetricsFile(directory.MetricsPath).Read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{directory.MetricsPath} cannot be read: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    private static T? Optional<T>(string path, JsonSerializerOptions options, List<Missing> missing)
        where T : class
    {
        var content = ReportFile.ReadIfThere(path, text => JsonSerializer.Deserialize<T>(text, options), out var problem);
        if (problem is not null)
        {
            missing.Add(new Missing(problem));
        }

        return content;
    }
}
