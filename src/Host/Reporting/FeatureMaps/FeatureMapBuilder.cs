using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Runs;
using Mpuc.Host.Training.Checkpoints;
using TorchSharp;

namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>Extracts a run's features, as <c>mpuc extract</c> does, and lays them out in the plane.</summary>
internal static class FeatureMapBuilder
{
    /// <summary>The most points that are laid out; a larger set is sampled.</summary>
    public const int MaximumPoints = 2000;

    private const int Components = 50;
    private const int MinPoints = 5;

    /// <summary>Makes the map of a run's data set.</summary>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <exception cref="MpucException">The data cannot be read, or there are too few recordings for a map.</exception>
    public static FeatureMap Build(TrainedRun run, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        var split = run.ReadData().Split;
        List<(Recording Recording, string Side)> sided =
        [
            .. split.Training.Select(recording => (recording, "training")),
            .. split.Validation.Select(recording => (recording, "validation")),
            .. split.Test.Select(recording => (recording, "test")),
        ];
        var recordings = sided.Select(pair => pair.Recording.WithoutLabels()).ToList();
        using var store = run.OpenStore(recordings, progress, cancellationToken);
        using var features = FeatureExtractor.Extract(
            run.Model, run.Configuration.EvaluationWindows(recordings, store, run.Model.Modalities), cancellationToken);
        var (label, seed) = (run.Configuration.Data.Label, run.Configuration.Seed);
        return Lay(features, sided, label, seed, torch.get_num_threads(), cancellationToken) with
        {
            Checkpoint = Path.GetFileName(run.CheckpointPath),
            Epoch = run.State.Epoch,
        };
    }

    /// <summary>Lays features out: every column standardised, PCA, and t-SNE on the first 50 principal components.</summary>
    /// <param name="label">The label that colours the map; empty for none.</param>
    /// <param name="threads">Threads that t-SNE may use.</param>
    /// <returns>The map, without its checkpoint.</returns>
    /// <exception cref="MpucException">There are too few recordings for a map.</exception>
    internal static FeatureMap Lay(
        FeatureTable features,
        IReadOnlyList<(Recording Recording, string Side)> recordings,
        string label,
        int seed,
        int threads,
        CancellationToken cancellationToken,
        int most = MaximumPoints)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var rows = features.Concatenate([.. recordings.Select(pair => pair.Recording.Id)], features.Modalities);
        var whole = rows.isnan().any(1).logical_not().nonzero().flatten().data<long>().ToArray();
        var chosen = Sample(whole, seed, most);
        if (chosen.Length < MinPoints)
        {
            throw new MpucException($"only {chosen.Length} recordings have all modalities, and a map needs {MinPoints}.");
        }

        rows = rows.index_select(0, torch.tensor(chosen, torch.ScalarType.Int64));
        using var standardizer = new Standardizer(rows);
        var components = PrincipalComponents.Of(standardizer.Apply(rows), Components);
        var options = new TsneOptions { Threads = threads };
        var start = components.Scores.Select(row => row.Length > 1 ? row : [row[0], 0]).ToArray();
        var places = Tsne.Embed(components.Scores, start, options, cancellationToken);
        var points = chosen.Select((row, i) => (recordings[(int)row].Recording, recordings[(int)row].Side, i))
            .Select(point => new FeatureMapPoint(
            point.Recording.Id,
            point.Recording.Group,
            point.Recording.Labels.GetValueOrDefault(label, string.Empty),
            point.Side,
            (start[point.i][0], start[point.i][1]),
            places[point.i]));
        return new FeatureMap(
            [.. points],
            (components.Shares[0], components.Shares.ElementAtOrDefault(1)),
            Tsne.PerplexityFor(chosen.Length, options.Perplexity),
            recordings.Count - whole.Length,
            whole.Length,
            seed,
            string.Empty,
            0);
    }

    private static long[] Sample(long[] rows, int seed, int most)
    {
        if (rows.Length <= most)
        {
            return rows;
        }

        var shuffled = rows.ToArray();
        StableRandom.For(seed, "feature map").Shuffle<long>(shuffled);
        return [.. shuffled.Take(most).Order()];
    }
}
