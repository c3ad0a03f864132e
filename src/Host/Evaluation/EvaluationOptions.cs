using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Evaluation;

/// <summary>How frozen features are measured (paper, Sec. III-C): the section <c>evaluation</c> of a configuration.</summary>
public sealed record EvaluationOptions
{
    private static readonly Option<int> WindowsOption = Option.Integer(
        "windows", 1, "Windows per recording, spread evenly over it, whose features are averaged.", 1, 64);

    private static readonly Option<int> BatchSizeOption = Option.Integer(
        "batchSize", 64, "Recordings per batch while features are extracted.", 1, 65536);

    private static readonly Option<string> ProbeOption = Option.Choice(
        "probe",
        ProbeKind.Mlp,
        "The classifier on frozen features: fc + ReLU + fc (paper), one layer, or ridge regression with its penalty chosen by "
            + "leave-one-out (single label only).");

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

    private static readonly Option<int> MaximumSubsetModalitiesOption = Option.Integer(
        "maximumSubsetModalities",
        4,
        "Up to how many modalities every subset of them is measured (2^M - 1 probes); beyond, all together and each alone.",
        1,
        10);

    private static readonly Option<string> TaskOption = Option.Choice(
        "task", TaskKind.SingleLabel, "Whether a label names one class, or several joined by ';' ('-' for none of them).");

    private static readonly Option<double> ThresholdOption = Option.Number(
        "threshold", 0.5, "The probability from which on a class of a multi-label task counts as present.", 0.001, 0.999);

    private static readonly Option<string> SamplingOption = Option.Choice(
        "sampling",
        SamplingKind.Shuffled,
        "How a probe draws its training rows: each once an epoch, or every class equally often (single label only).");

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(
        TaskOption, ThresholdOption, SamplingOption,
        WindowsOption,
        BatchSizeOption,
        ProbeOption,
        ProbeHiddenOption,
        ProbeEpochsOption,
        ProbeBatchSizeOption,
        ProbeLearningRateOption,
        ProbeWeightDecayOption,
        NeighboursOption,
        MaximumSubsetModalitiesOption);

    /// <summary>What the label says.</summary>
    public TaskKind Task { get; init; }

    /// <summary>The probability from which on a class of a multi-label task counts as present.</summary>
    public double Threshold { get; init; } = ThresholdOption.Default;

    /// <summary>How a probe draws its training rows.</summary>
    public SamplingKind Sampling { get; init; }

    /// <summary>Windows per recording whose features are averaged.</summary>
    public int Windows { get; init; } = WindowsOption.Default;

    /// <summary>Recordings per batch while features are extracted.</summary>
    public int BatchSize { get; init; } = BatchSizeOption.Default;

    /// <summary>The classifier on frozen features.</summary>
    public ProbeKind Probe { get; init; }

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

    /// <summary>Up to how many modalities every subset of them is measured.</summary>
    public int MaximumSubsetModalities { get; init; } = MaximumSubsetModalitiesOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="MpucException">Balanced sampling is wanted for a multi-label task, or the probe cannot have one.</exception>
    public static EvaluationOptions From(OptionValues values)
    {
        var options = Read(values);
        if (options is { Task: TaskKind.MultiLabel, Probe: ProbeKind.Ridge })
        {
            throw new MpucException(
                "evaluation.probe is 'ridge', which predicts one class of several; a multi-label task needs 'mlp' or 'linear'.");
        }

        return options is { Task: TaskKind.MultiLabel, Sampling: SamplingKind.Balanced }
            ? throw new MpucException(
                "evaluation.sampling is 'balanced', which a multi-label task cannot be: its classes come together; "
                + "'shuffled' would be right, and the loss weighs the classes by itself.")
            : options;
    }

    private static EvaluationOptions Read(OptionValues values) => new()
    {
        Task = values.GetChoice<TaskKind>(TaskOption),
        Threshold = values.Get(ThresholdOption),
        Sampling = values.GetChoice<SamplingKind>(SamplingOption),
        Windows = values.Get(WindowsOption),
        BatchSize = values.Get(BatchSizeOption),
        Probe = values.GetChoice<ProbeKind>(ProbeOption),
        ProbeHidden = values.Get(ProbeHiddenOption),
        ProbeEpochs = values.Get(ProbeEpochsOption),
        ProbeBatchSize = values.Get(ProbeBatchSizeOption),
        ProbeLearningRate = values.Get(ProbeLearningRateOption),
        ProbeWeightDecay = values.Get(ProbeWeightDecayOption),
        Neighbours = values.Get(NeighboursOption),
        MaximumSubsetModalities = values.Get(MaximumSubsetModalitiesOption),
    };
}
