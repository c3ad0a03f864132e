using System.Globalization;
using Serilog;

namespace Mpuc.Host.Training.Checkpoints;

/// <summary>A run's checkpoints: the newest few, named by their step, and the best by validation loss.</summary>
/// <param name="path">The folder.</param>
/// <param name="log">Told of damaged checkpoints.</param>
public sealed class CheckpointFolder(string path, ILogger log)
{
    private const string Extension = ".safetensors";

    /// <summary>The best checkpoint's path, whether or not there is one.</summary>
    public string BestPath => Path.Combine(path, "best" + Extension);

    /// <summary>The path of the checkpoint after so many steps.</summary>
    /// <param name="step">Optimizer steps in all.</param>
    /// <returns>A path in the folder.</returns>
    public string PathOf(long step) => Path.Combine(path, $"step-{step.ToString("D9", CultureInfo.InvariantCulture)}{Extension}");

    /// <summary>Deletes all but the newest checkpoints; the best one stays.</summary>
    /// <param name="keep">How many to keep, at least 1.</param>
    public void Prune(int keep)
    {
        foreach (var old in NewestFirst().Skip(keep))
        {
            File.Delete(old);
        }
    }

    /// <summary>Opens the newest checkpoint that is sound.</summary>
    /// <returns>The checkpoint; null where there is none.</returns>
    public Checkpoint? OpenNewest() => OpenFirst(NewestFirst());

    /// <summary>Opens the best checkpoint, or the newest where there was no validation or the best is damaged.</summary>
    /// <returns>The checkpoint; null where there is none.</returns>
    public Checkpoint? OpenBest() => OpenFirst([.. File.Exists(BestPath) ? [BestPath] : Array.Empty<string>(), .. NewestFirst()]);

    private List<string> NewestFirst() => Directory.Exists(path)
        ? [.. Directory.GetFiles(path, "step-*" + Extension).OrderDescending(StringComparer.Ordinal)]
        : [];

    private Checkpoint? OpenFirst(IEnumerable<string> paths)
    {
        foreach (var candidate in paths)
        {
            try
            {
                return Checkpoint.Open(candidate);
            }
            catch (MpucException exception)
            {
                log.Warning("{Problem:l} The checkpoint before it is used.", exception.Message);
            }
        }

        return null;
    }
}
