using Mpuc.Host.Training;

namespace Mpuc.Host.Baselines;

/// <summary>How a supervised baseline is trained (paper, Sec. IV-B), with the step schedule.</summary>
public sealed record SupervisedOptions
{
    /// <summary>Passes over the training recordings, at most; never more than <see cref="TrainingOptions.Epochs"/>.</summary>
    public required int Epochs { get; init; }

    /// <summary>Recordings per step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>SGD in the paper.</summary>
    public required OptimizerKind Optimizer { get; init; }

    /// <summary>The learning rate at the start.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The momentum.</summary>
    public required double Momentum { get; init; }

    /// <summary>The weight decay.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>Epochs between two steps of the schedule.</summary>
    public required int StepEpochs { get; init; }

    /// <summary>The factor on the learning rate at each step of the schedule.</summary>
    public required double Decay { get; init; }

    /// <summary>Width of the classifier's hidden layer (fc + ReLU + fc).</summary>
    public required int Hidden { get; init; }

    /// <summary>Attention heads; only attention fusion has them.</summary>
    public int Heads { get; init; } = 8;

    /// <summary>The same for the optimizer and the schedule that train the encoders.</summary>
    /// <param name="run">The run's own options, which bound the epochs and say the patience.</param>
    /// <returns>The options.</returns>
    public TrainingOptions For(TrainingOptions run) => run with
    {
        Epochs = Math.Min(Epochs, run.Epochs),
        BatchSize = BatchSize,
        Optimizer = Optimizer,
        LearningRate = LearningRate,
        Momentum = Momentum,
        WeightDecay = WeightDecay,
        Schedule = ScheduleKind.Step,
        StepEpochs = StepEpochs,
        Decay = Decay,
        WarmupEpochs = 0,
    };
}
