namespace Mpuc.Host.Evaluation;

/// <summary>How frozen features are measured (paper, Sec. III-C): the section <c>evaluation</c> of a configuration.</summary>
public sealed record EvaluationOptions
{
    private static readonly Option<int> WindowsOption = Option.Integer(
        "windows", 1, "Windows per recording, spread evenly over it, whose features are averaged.", 1, 64);

    private static readonly Option<int> BatchSizeOption = Option.Integer(
        "batchSize", 64, "Recordings per batch while features are extracted.", 1, 65536);

    private static readonly Option<int> ProbeHiddenOption = Option.Integer(
        "probeHidden", 1024, "Width of the prediction layer's hidden layer (fc + ReLU + fc).", 1, 65536);

    private static readonly Option<int> ProbeEpochsOption = Option.Integer(
        "probeEpochs", 100, "Epochs that a probe trains.", 1, 100000);

    private static readonly Option<int> ProbeBatchSizeOption = Option.Integer(
        "probeBatchSize", 64, "Batch size of a probe's training (paper: 64 or 128).", 1, 65536);

    private static readonly Option<double> ProbeLearningRateOption = Option.Number(
        "probeLearningRate", 0.001, "Learning rate of a probe (Adam).", 1e-8, 10);

    private static readonly Option<double> ProbeWeightDecayOption = Option.Number(
        "probeWeightDecay", 0.001, "Weight decay of a probe.", 0, 10);

    private static readonly Option<int> NeighboursOption = Option.Integer(
        "neighbours", 5, "k of the k-nearest-neighbours classifier (cosine similarity).", 1, 1000);

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(
        WindowsOption, BatchSizeOption, ProbeHiddenOption, ProbeEpochsOption, ProbeBatchSizeOption, ProbeLearningRateOption, ProbeWeightDecayOption, NeighboursOption);

    /// <summary>Windows per recording whose features are averaged.</summary>
    public int Windows { get; init; } = WindowsOption.Default;

    /// <summary>Recordings per batch while features are extracted.</summary>
    public int BatchSize { get; init; } = BatchSizeOption.Default;

    /// <summary>Width of the probe's hidden layer.</summary>
    public int ProbeHidden { get; init; } = ProbeHiddenOption.Default;

    /// <summary>Epochs that a probe trains.</summary>
    public int ProbeEpochs { get; init; } = ProbeEpochsOption.Default;

    /// <summary>Batch size of a probe's training.</summary>
    public int ProbeBatchSize { get; init; } = ProbeBatchSizeOption.Default;

    /// <summary>Learning rate of a probe.</summary>
    public double ProbeLearningRate { get; init; } = ProbeLearningRateOption.Default;

    /// <summary>Weight decay of a probe.</summary>
    public double ProbeWeightDecay { get; init; } = ProbeWeightDecayOption.Default;

    /// <summary>k of the nearest-neighbours classifier.</summary>
    public int Neighbours { get; init; } = NeighboursOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static EvaluationOptions From(OptionValues values) => new()
    {
        Windows = values.Get(WindowsOption),
        BatchSize = values.Get(BatchSizeOption),
        ProbeHidden = values.Get(ProbeHiddenOption),
        ProbeEpochs = values.Get(ProbeEpochsOption),
        ProbeBatchSize = values.Get(ProbeBatchSizeOption),
        ProbeLearningRate = values.Get(ProbeLearningRateOption),
        ProbeWeightDecay = values.Get(ProbeWeightDecayOption),
        Neighbours = values.Get(NeighboursOption),
    };
}
