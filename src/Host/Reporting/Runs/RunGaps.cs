using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Training;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>Finds what a run lacks, and the command that makes each.</summary>
internal sealed class RunGaps(RunFiles files)
{
    private string Run => ReportText.Shell(files.Directory.Path);

    private string Evaluate => $"mpuc evaluate {Run}";

    /// <summary>Lists the gaps.</summary>
    /// <param name="evaluationProblem">Why the evaluation could not be read; null where it could, or does not exist.</param>
    public IEnumerable<Missing> Find(string? evaluationProblem)
    {
        if (files.Summary is null)
        {
            var planned = (int?)files.Configuration["training"]?["epochs"];
            yield return new Missing(
                files.Epochs == 0
                    ? "The training has not completed an epoch yet, so there are no curves. Continue it:"
                    : $"The training has not ended: {files.Epochs} of "
                        + $"{planned?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "its"} epochs are done. Continue it:",
                $"mpuc train {Run}/config.json --output {Run} --resume");
        }

        if (evaluationProblem is not null)
        {
            yield return new Missing($"{evaluationProblem} Make it anew:", Evaluate);
        }
        else if (files.Evaluation is null && files.Unlabelled is null && files.Epochs > 0)
        {
            yield return new Missing(
                "The run has not been evaluated, so there are no accuracies, confusions or retrievals. Evaluate it:", Evaluate);
        }
        else if (Measured is { } measured && measured != Newest)
        {
            yield return new Missing(
                $"The evaluation measured the encoders of epoch {measured}, and the run's are those of epoch {Newest} now. Evaluate it "
                    + "again:",
                Evaluate);
        }
    }

    private int? Measured => files.Evaluation?.Epochs ?? files.Unlabelled?.Epochs;

    // The encoders of the best epoch are used where there was validation, else the last epoch's.
    private int Newest => files.Metrics.Where(line => line.Split == EpochMetrics.Validation).ToList() is { Count: > 0 } validated
        ? validated.MinBy(line => line.Loss)!.Epoch
        : files.Epochs;
}
