using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that share options.</summary>
public class ParamGroup : optim.ILearningRateController
{
    private bool _scheduled;

    public IEnumerable<Parameter> Parameters { get; set; } = [];

    public OptimizerOptions Options { get; set; } = new();

    public double LearningRate
    {
        get => Options.LearningRate ?? throw new InvalidOperationException(
            "The group has no learning rate before it belongs to an optimizer.");
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    /// <summary>
    /// Fixes the rate that schedules start from. Only the first schedule of several does: the others find the rate changed already.
    /// </summary>
    internal void StartSchedule(bool fromPresentRate)
    {
        if (fromPresentRate && !_scheduled)
        {
            InitialLearningRate = LearningRate;
        }

        _scheduled = true;
    }
}
