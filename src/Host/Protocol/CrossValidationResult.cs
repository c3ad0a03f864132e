using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Protocol;

/// <summary>What <c>mpuc crossval</c> says. Accuracies are fractions, 0 to 1.</summary>
public sealed record CrossValidationResult
{
    /// <summary>The configuration's file name.</summary>
    public required string Configuration { get; init; }

    /// <summary>The number of folds.</summary>
    public required int Folds { get; init; }

    /// <summary>What is held out: <c>group</c> or <c>stratified</c>.</summary>
    public required string By { get; init; }

    /// <summary>What a group is called; null where nobody said.</summary>
    public required string? Group { get; init; }

    /// <summary>The seed of folds, weights and batches.</summary>
    public required int Seed { get; init; }

    /// <summary>Processes that worked at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>Threads that each of them used for a tensor operation.</summary>
    public required int ThreadsPerJob { get; init; }

    /// <summary>Whether the encoders were trained without labels.</summary>
    public required bool Unsupervised { get; init; }

    /// <summary>The probe on the trained encoders.</summary>
    public required Spread Accuracy { get; init; }

    /// <summary>The mean of the classes' F1 of the same probe.</summary>
    public required Spread MacroF1 { get; init; }

    /// <summary>The probe on untrained encoders.</summary>
    public required Spread FloorAccuracy { get; init; }

    /// <summary>The probe without encoder.</summary>
    public required Spread NoEncoderAccuracy { get; init; }

    /// <summary>Always predicting the most frequent training class.</summary>
    public required Spread MajorityAccuracy { get; init; }

    /// <summary>The trained encoders against the floor, over the test recordings of all folds.</summary>
    public required PairedTest AgainstFloor { get; init; }

    /// <summary>The trained encoders against no encoder, over the test recordings of all folds.</summary>
    public required PairedTest AgainstNoEncoder { get; init; }

    /// <summary>Each fold's evaluation.</summary>
    public required IReadOnlyList<EvaluationResult> Results { get; init; }

    /// <summary>Puts folds together.</summary>
    internal static CrossValidationResult Of(
        string configuration, FoldPlan plan, string by, int seed, ThreadBudget budget, IReadOnlyList<EvaluationResult> results)
    {
        var summary = EvaluationSummary.Of(results);
        return new CrossValidationResult
        {
            Configuration = configuration,
            Folds = results.Count,
            By = by,
            Group = plan.Group,
            Seed = seed,
            Jobs = budget.Jobs,
            ThreadsPerJob = budget.Threads,
            Unsupervised = results.All(result => result.Unsupervised),
            Accuracy = Spread.Of(results.Select(result => result.Accuracy)),
            MacroF1 = Spread.Of(results.Select(result => result.Metrics.MacroF1)),
            FloorAccuracy = Spread.Of(results.Select(result => result.FloorAccuracy)),
            NoEncoderAccuracy = Spread.Of(results.Select(result => result.NoEncoderAccuracy)),
            MajorityAccuracy = Spread.Of(results.Select(result => result.MajorityAccuracy)),
            AgainstFloor = summary.AgainstFloor,
            AgainstNoEncoder = summary.AgainstNoEncoder,
            Results = results,
        };
    }
}
