using System.Diagnostics;

namespace Mpuc.Host.Training;

/// <summary>Estimates the time left from the steps taken since the training started or resumed.</summary>
internal sealed class TrainingPace(int epochs, int batchesPerEpoch, TrainingState start)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly long _total = ((long)(epochs - start.Epoch) * batchesPerEpoch) - start.Batches;

    public TrainingProgress After(TrainingState state)
    {
        var done = state.Step - start.Step;
        var left = _clock.Elapsed / done * Math.Max(0, _total - done);
        var rate = state.Totals.Recordings / state.Totals.Seconds;
        return new TrainingProgress(state.Epoch + 1, epochs, state.Batches, batchesPerEpoch, state.Totals.MeanLoss(), rate, left);
    }
}
