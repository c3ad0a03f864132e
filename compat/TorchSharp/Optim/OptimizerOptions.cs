namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters; null where the optimizer's own hold.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    /// <summary>The rate that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Takes over the options of another group.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
        => (LearningRate, InitialLearningRate) = (source.LearningRate, source.InitialLearningRate);

    private protected static T As<T>(OptimizerOptions source) where T : OptimizerOptions
        => source as T ?? throw new ArgumentException($"Options of {typeof(T)} cannot be loaded from {source.GetType()}.", nameof(source));
}
