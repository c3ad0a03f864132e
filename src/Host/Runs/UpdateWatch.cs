using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Training;

namespace Mpuc.Host.Runs;

/// <summary>Looks for new versions of plugins at every step, and pauses the training where there are some.</summary>
/// <param name="inner">Told of every step; may be null.</param>
/// <param name="updates">Tells whether plugins changed.</param>
/// <param name="pause">Ends the training after the step that runs, its state sound.</param>
internal sealed class UpdateWatch(IProgress<TrainingProgress>? inner, PluginUpdates updates, CancellationTokenSource pause) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        inner?.Report(value);
        if (updates.ArePending())
        {
            pause.Cancel();
        }
    }
}
