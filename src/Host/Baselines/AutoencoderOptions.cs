namespace Mpuc.Host.Baselines;

/// <summary>The convolutional autoencoder of CAE-LR: the section <c>baselines.caeLr</c>.</summary>
public sealed record AutoencoderOptions
{
    private static readonly Option<int> EpochsOption = Option.Integer(
        "epochs", 100, "Passes over the training recordings, at most; never more than training.epochs.", 1);

    private static readonly Option<int> BatchSizeOption = Option.Integer("batchSize", 32, "Recordings per step.", 2);

    private static readonly Option<double> LearningRateOption = Option.Number(
        "learningRate", 0.001, "The learning rate (Adam).", 1e-9, 1000);

    private static readonly Option<int> StepsOption = Option.Integer(
        "steps", 32, "Time steps that every modality's window is resampled to, rounded up to a multiple of 8.", 8, 1024);

    private static readonly Option<int> MaximumRowsOption = Option.Integer(
        "maximumRows", 256, "Values of a modality's frame that are stacked; longer frames are averaged down to as many.", 8, 65536);

    private static readonly Option<int> ChannelsOption = Option.Integer("channels", 8, "Channels of the code.", 1, 1024);

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(
        EpochsOption, BatchSizeOption, LearningRateOption, StepsOption, MaximumRowsOption, ChannelsOption);

    /// <summary>Passes over the training recordings, at most.</summary>
    public int Epochs { get; init; } = EpochsOption.Default;

    /// <summary>Recordings per step.</summary>
    public int BatchSize { get; init; } = BatchSizeOption.Default;

    /// <summary>The learning rate.</summary>
    public double LearningRate { get; init; } = LearningRateOption.Default;

    /// <summary>Time steps of the stacked matrix.</summary>
    public int Steps { get; init; } = StepsOption.Default;

    /// <summary>Values of a modality's frame that are stacked, at most.</summary>
    public int MaximumRows { get; init; } = MaximumRowsOption.Default;

    /// <summary>Channels of the code.</summary>
    public int Channels { get; init; } = ChannelsOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static AutoencoderOptions From(OptionValues values) => new()
    {
        Epochs = values.Get(EpochsOption),
        BatchSize = values.Get(BatchSizeOption),
        LearningRate = values.Get(LearningRateOption),
        Steps = values.Get(StepsOption),
        MaximumRows = values.Get(MaximumRowsOption),
        Channels = values.Get(ChannelsOption),
    };
}
