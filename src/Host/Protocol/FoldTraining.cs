using Mpuc.Host.Configuration;
using Mpuc.Host.Logging;
using Mpuc.Host.Modalities;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;

namespace Mpuc.Host.Protocol;

/// <summary>A contrastive training in a folder that may hold a part of it, or all.</summary>
internal static class FoldTraining
{
    /// <summary>Trains where there is something left to train.</summary>
    /// <param name="folder">The run's folder; need not exist.</param>
    /// <param name="progress">Told of every step; may be null.</param>
    public static void Execute(
        RunConfiguration configuration,
        IModalityCatalog catalog,
        HostLog log,
        string folder,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var isRun = File.Exists(Path.Combine(folder, "manifest.json"));
        if (!isRun || !RunDirectory.Open(folder).IsFinished)
        {
            new TrainingRun(configuration, catalog, log) { Progress = progress }.Execute(folder, resume: isRun, cancellationToken);
        }
    }
}
