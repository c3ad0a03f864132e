using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Training;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>A training's curves: the loss, each pair's and each modality's share in it, and the learning rate.</summary>
internal static class TrainingSection
{
    /// <summary>Writes the section.</summary>
    /// <returns>The section; null without a completed epoch.</returns>
    public static ReportSection? Of(RunFiles files, Func<Figure, Html> draw)
    {
        if (files.Metrics.Count == 0)
        {
            return null;
        }

        var best = BestEpoch(files.Metrics);
        Figure[] figures =
        [
            Curves("loss", "Loss", "loss", files.Metrics, best, line => [new("loss", line.Loss)],
                "Eq. 2's loss, the mean over an epoch's recordings. Training is measured while the weights change, validation after the "
                    + "epoch."),
            Curves("loss-pairs", "Loss of each ordered pair", "loss", files.Metrics, best, line => line.Pairs.Select(pair => KeyValuePair.Create(ReportText.Pair(pair.Key), pair.Value)),
                "Eq. 1's loss: how hard a recording of the first modality's batch tells its partner in the second from the others."),
            Curves("loss-modalities", "Loss of each modality", "loss", files.Metrics, best, OfModalities,
                "The mean of the pairs that a modality takes part in, whichever side it is on."),
            Curves("learning-rate", "Learning rate", "rate", [.. files.Metrics.Where(line => line.Split == EpochMetrics.Training)], null, line => [new("learning rate", line.LearningRate)],
                Pace(files)),
        ];
        return new ReportSection(
            "training",
            "Training",
            Describe(files, best),
            Html.Of(
                $"{draw(figures[0])}<div class=\"figures pair\">{figures[1..3].Select(draw)}</div><div "
                    + $"class=\"figures\">{draw(figures[3])}</div>"));
    }

    /// <summary>Each modality's mean over the pairs that it takes part in.</summary>
    /// <returns>The losses by modality, in the order in which the pairs name them.</returns>
    internal static IEnumerable<KeyValuePair<string, double>> OfModalities(EpochMetrics line) => line.Pairs
        .SelectMany(pair => pair.Key.Split('>').Distinct().Select(name => (name, pair.Value)))
        .GroupBy(share => share.name, share => share.Value)
        .Select(modality => KeyValuePair.Create(modality.Key, modality.Average()));

    private static Figure Curves(
        string id,
        string title,
        string y,
        IReadOnlyList<EpochMetrics> metrics,
        int? best,
        Func<EpochMetrics, IEnumerable<KeyValuePair<string, double>>> read,
        string caption)
    {
        var isValidated = metrics.Any(line => line.Split == EpochMetrics.Validation);
        var names = metrics.SelectMany(line => read(line).Select(value => value.Key)).Distinct(StringComparer.Ordinal).ToList();
        var series = metrics
            .SelectMany(line => read(line).Select(value => (value.Key, line.Split, line.Epoch, value.Value)))
            .Where(value => double.IsFinite(value.Value))
            .GroupBy(value => (value.Key, value.Split))
            .Select(curve => new LineSeries(
                NameOf(curve.Key.Key, curve.Key.Split, isValidated, y),
                [.. curve.Select(value => (IReadOnlyList<double>)[value.Epoch, value.Value])],
                curve.Key.Split == EpochMetrics.Validation)
            {
                Color = names.Count == 1 ? null : names.IndexOf(curve.Key.Key),
            })
            .ToList();
        return new Figure(
            id,
            title,
            $"{title} over {metrics.Max(line => line.Epoch)} epochs: {string.Join("; ", series.Select(Describe))}.",
            new LineChart("epoch", series)
            {
                Low = y == "rate",
                Marks = best is { } epoch ? [new LineMark(epoch, $"best, epoch {epoch}")] : [],
            },
            Table(title, series),
            caption);
    }

    private static string NameOf(string name, string split, bool isValidated, string y) =>
        !isValidated ? name : name == y ? split : $"{name}, {split}";

    private static string Describe(LineSeries curve) =>
        $"{curve.Name} from {ReportText.Number(curve.Points[0][1])} to {ReportText.Number(curve.Points[^1][1])}";

    private static DataTable Table(string title, List<LineSeries> series)
    {
        var values = series.Select(curve => curve.Points.ToDictionary(point => (int)point[0], point => point[1])).ToList();
        return new DataTable(
            $"{title} by epoch",
            ["epoch", .. series.Select(curve => curve.Name)],
            [
                .. values.SelectMany(curve => curve.Keys).Distinct().Order().Select(epoch => new DataRow(
                    [
                        ReportText.Count(epoch),
                        .. values.Select(curve => (Html)ReportText.Number(curve.TryGetValue(epoch, out var value) ? value : null)),
                    ])),
            ]);
    }

    private static int? BestEpoch(IReadOnlyList<EpochMetrics> metrics) =>
        metrics.Where(line => line.Split == EpochMetrics.Validation).MinBy(line => line.Loss)?.Epoch;

    private static string Pace(RunFiles files)
    {
        var training = files.Metrics.Where(line => line.Split == EpochMetrics.Training).ToList();
        return $"{ReportText.Number(training.Average(line => line.RecordingsPerSecond))} recordings per second on average; all epochs took {ReportText.Duration(files.Metrics.Sum(line => line.Seconds))}.";
    }

    private static string Describe(RunFiles files, int? best)
    {
        var stopped = files.Summary switch
        {
            null => "the training has not ended",
            { Stopped: "outOfPatience" } => "patience ended it",
            _ => "all that were asked for",
        };
        var which = best is { } epoch
            ? $"The encoders of epoch {epoch}, the best by validation loss, are the run's."
            : "The encoders of the last epoch are the run's.";
        return $"{ReportText.Count(files.Epochs, "epoch")}, {stopped}; {files.Metrics[^1].Step} steps on {ReportText.Count(files.Manifest.Training.Count, "recording")}. {which}";
    }
}
