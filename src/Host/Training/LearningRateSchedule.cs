namespace Mpuc.Host.Training;

/// <summary>The learning rate of every epoch, a function of the epoch alone, so that a resumed run needs no schedule state.</summary>
/// <param name="options">The schedule, its start and its pace.</param>
public sealed class LearningRateSchedule(TrainingOptions options)
{
    /// <summary>The learning rate of an epoch.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <returns>
    /// During the warm-up a line up to the whole rate, then the rate times <c>decay^(epoch / stepEpochs)</c> (paper, Sec. III-D), or half a
    /// cosine from the whole rate to 0 (Loshchilov and Hutter 2017), or the whole rate.
    /// </returns>
    public double RateAt(int epoch)
    {
        if (epoch < options.WarmupEpochs)
        {
            return options.LearningRate * (epoch + 1) / (options.WarmupEpochs + 1);
        }

        var (done, all) = (epoch - options.WarmupEpochs, Math.Max(1, options.Epochs - options.WarmupEpochs));
        return options.LearningRate * options.Schedule switch
        {
            ScheduleKind.Step => Math.Pow(options.Decay, epoch / options.StepEpochs),
            ScheduleKind.Cosine => 0.5 * (1 + Math.Cos(Math.PI * done / all)),
            _ => 1,
        };
    }
}
