using Mpuc.Host.Data.Batches;

namespace Mpuc.Host.Training;

/// <summary>How the encoders are trained (paper, Sec. III-D).</summary>
public sealed record TrainingOptions
{
    private static readonly Option<int> EpochsOption = Option.Integer("epochs", 2000, "Passes over the training recordings, at most.", 1);

    private static readonly Option<int> BatchSizeOption = Option.Integer("batchSize", 32, "Recordings per step.", 2);

    private static readonly Option<string> BatchesOption = Option.Choice(
        "batches",
        BatchComposition.Shuffled,
        "Which recordings a step contrasts: any, or those of one group (actor, speaker), so that who speaks tells no pair apart.");

    private static readonly Option<int> AccumulateOption = Option.Integer(
        "accumulate",
        1,
        "In how many parts a batch goes through the encoders, one after the other, to save memory; the loss contrasts the whole batch "
            + "all the same.",
        1,
        65536);

    private static readonly Option<string> OptimizerOption = Option.Choice(
        "optimizer", OptimizerKind.Sgd, "SGD with momentum, or AdamW.", ["sgd", "adamw"]);

    private static readonly Option<double> LearningRateOption = Option.Number(
        "learningRate", 0.001, "The learning rate at the start.", 1e-9, 1000);

    private static readonly Option<double> MomentumOption = Option.Number(
        "momentum", 0.9, "The momentum of SGD; AdamW has none.", 0, 0.9999);

    private static readonly Option<double> WeightDecayOption = Option.Number("weightDecay", 0.001, "The weight decay.", 0, 1000);

    private static readonly Option<string> ScheduleOption = Option.Choice(
        "schedule", ScheduleKind.Step, "How the learning rate falls: by steps (paper), along a cosine to 0 at the last epoch, or not.");

    private static readonly Option<int> StepEpochsOption = Option.Integer(
        "stepEpochs", 100, "Epochs between two steps of the schedule.", 1);

    private static readonly Option<double> DecayOption = Option.Number(
        "decay", 0.9, "The factor on the learning rate at each step of the schedule.", 1e-6, 1);

    private static readonly Option<int> WarmupEpochsOption = Option.Integer(
        "warmupEpochs", 0, "Epochs over which the learning rate first rises in a line.", 0);

    private static readonly Option<int> PatienceOption = Option.Integer(
        "patience", 100, "Epochs without a better validation loss after which training stops; 0 never stops early.", 0);

    private static readonly Option<double> DivergenceFactorOption = Option.Number(
        "divergenceFactor", 3, "Training stops once an epoch's mean loss exceeds the first epoch's (at least 1) this many times.", 1, 1e6);

    private static readonly Option<int> CheckpointEpochsOption = Option.Integer(
        "checkpointEpochs", 1, "Epochs between two checkpoints.", 1);

    private static readonly Option<int> KeepCheckpointsOption = Option.Integer(
        "keepCheckpoints", 2, "Newest checkpoints to keep; the best by validation loss is kept besides.", 1);

    private static readonly Option<bool> TensorBoardOption = Option.Boolean(
        "tensorBoard", false, "Whether the metrics are written as a TensorBoard event file, too, in the run's folder tensorboard.");

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(
        EpochsOption,
        BatchSizeOption,
        BatchesOption,
        AccumulateOption,
        OptimizerOption,
        LearningRateOption,
        MomentumOption,
        WeightDecayOption,
        ScheduleOption,
        StepEpochsOption,
        DecayOption,
        WarmupEpochsOption,
        PatienceOption,
        DivergenceFactorOption,
        CheckpointEpochsOption,
        KeepCheckpointsOption,
        TensorBoardOption);

    /// <summary>Passes over the training recordings, at most; 2000 by default.</summary>
    public int Epochs { get; init; } = EpochsOption.Default;

    /// <summary>Recordings per step, at least 2; 32 by default.</summary>
    public int BatchSize { get; init; } = BatchSizeOption.Default;

    /// <summary>Which recordings a step contrasts; any by default.</summary>
    public BatchComposition Batches { get; init; }

    /// <summary>In how many parts a batch goes through the encoders, at least 1; 1 by default.</summary>
    public int Accumulate { get; init; } = AccumulateOption.Default;

    /// <summary>SGD by default.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Sgd;

    /// <summary>The learning rate at the start; 0.001 by default.</summary>
    public double LearningRate { get; init; } = LearningRateOption.Default;

    /// <summary>The momentum of SGD; 0.9 by default.</summary>
    public double Momentum { get; init; } = MomentumOption.Default;

    /// <summary>The weight decay; 0.001 by default.</summary>
    public double WeightDecay { get; init; } = WeightDecayOption.Default;

    /// <summary>How the learning rate falls; by steps by default.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Step;

    /// <summary>Epochs between two steps; 100 by default (the paper's value for RAVDESS; 5 for CMU-MOSEI).</summary>
    public int StepEpochs { get; init; } = StepEpochsOption.Default;

    /// <summary>The factor on the learning rate at each step; 0.9 by default.</summary>
    public double Decay { get; init; } = DecayOption.Default;

    /// <summary>Epochs of linear warm-up; none by default.</summary>
    public int WarmupEpochs { get; init; } = WarmupEpochsOption.Default;

    /// <summary>Epochs without a better validation loss after which training stops; 100 by default, 0 for never.</summary>
    public int Patience { get; init; } = PatienceOption.Default;

    /// <summary>How many times the first epoch's mean loss (at least 1) an epoch's may be; 3 by default.</summary>
    public double DivergenceFactor { get; init; } = DivergenceFactorOption.Default;

    /// <summary>Epochs between two checkpoints; 1 by default.</summary>
    public int CheckpointEpochs { get; init; } = CheckpointEpochsOption.Default;

    /// <summary>Newest checkpoints to keep, at least 1; 2 by default.</summary>
    public int KeepCheckpoints { get; init; } = KeepCheckpointsOption.Default;

    /// <summary>Whether the metrics are written as a TensorBoard event file, too; not by default.</summary>
    public bool TensorBoard { get; init; } = TensorBoardOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static TrainingOptions From(OptionValues values) => new()
    {
        Epochs = values.Get(EpochsOption),
        BatchSize = values.Get(BatchSizeOption),
        Batches = values.GetChoice<BatchComposition>(BatchesOption),
        Accumulate = values.Get(AccumulateOption),
        Optimizer = values.GetChoice<OptimizerKind>(OptimizerOption),
        LearningRate = values.Get(LearningRateOption),
        Momentum = values.Get(MomentumOption),
        WeightDecay = values.Get(WeightDecayOption),
        Schedule = values.GetChoice<ScheduleKind>(ScheduleOption),
        StepEpochs = values.Get(StepEpochsOption),
        Decay = values.Get(DecayOption),
        WarmupEpochs = values.Get(WarmupEpochsOption),
        Patience = values.Get(PatienceOption),
        DivergenceFactor = values.Get(DivergenceFactorOption),
        CheckpointEpochs = values.Get(CheckpointEpochsOption),
        KeepCheckpoints = values.Get(KeepCheckpointsOption),
        TensorBoard = values.Get(TensorBoardOption),
    };
}

/// <summary>Which optimizer trains the encoders.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent with momentum and weight decay, as in the paper.</summary>
    Sgd,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
    AdamW,
}

/// <summary>How the learning rate falls over the epochs, after the warm-up.</summary>
public enum ScheduleKind
{
    /// <summary>Times a factor every so many epochs, as in the paper.</summary>
    Step,

    /// <summary>Along half a cosine, from the whole rate to 0 at the last epoch.</summary>
    Cosine,

    /// <summary>Not at all.</summary>
    Constant,
}
