using Mpuc.Host.Data;
using Mpuc.Weights;

namespace Mpuc.Host.Runs;

/// <summary>
/// The folder of one training run: <c>config.json</c> (resolved), <c>manifest.json</c> (all that determined the run), <c>metrics.jsonl</c>,
/// <c>checkpoints/</c>, <c>log.txt</c>, <c>summary.json</c> once the training has ended by itself, and <c>evaluation.json</c>.
/// </summary>
public sealed class RunDirectory
{
    private RunDirectory(string path) => Path = path;

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>The run's name: the folder's.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The resolved configuration.</summary>
    public string ConfigurationPath => File("config.json");

    /// <summary>Everything that determined the run; a folder with this file is a run.</summary>
    public string ManifestPath => File("manifest.json");

    /// <summary>One line of JSON per epoch and split.</summary>
    public string MetricsPath => File("metrics.jsonl");

    /// <summary>The folder of the TensorBoard event file, where one is asked for.</summary>
    public string TensorBoardPath => File("tensorboard");

    /// <summary>The folder of checkpoints.</summary>
    public string CheckpointsPath => File("checkpoints");

    /// <summary>The log.</summary>
    public string LogPath => File("log.txt");

    /// <summary>How the training ended; absent before.</summary>
    public string SummaryPath => File("summary.json");

    /// <summary>What <c>mpuc evaluate</c> found; absent before.</summary>
    public string EvaluationPath => File("evaluation.json");

    /// <summary>Whether the training has ended by itself.</summary>
    public bool IsFinished => System.IO.File.Exists(SummaryPath);

    /// <summary>Whether the folder holds a run, finished or not.</summary>
    public bool IsRun => System.IO.File.Exists(ManifestPath) && System.IO.File.Exists(ConfigurationPath);

    /// <summary>Opens an existing run.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The run's folder.</returns>
    /// <exception cref="MpucException">The folder is missing or holds no run.</exception>
    public static RunDirectory Open(string path)
    {
        var directory = new RunDirectory(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        return directory.IsRun ? directory : throw new MpucException(
            Directory.Exists(path)
                ? $"{path} is no run: a folder that 'mpuc train' has written has a manifest.json and a config.json."
                : $"There is no folder {path}; a run is a folder that 'mpuc train' has written.");
    }

    /// <summary>Decides whether a training may write into a folder, and changes nothing yet.</summary>
    /// <param name="path">The folder; need not exist.</param>
    /// <param name="resume">
    /// Whether the training continues a run. One that was ended before its folder became a run is begun, so that a script may always
    /// resume.
    /// </param>
    /// <returns>The run's folder, to be made by <see cref="Create"/> where it is no run yet.</returns>
    /// <exception cref="MpucException">The folder holds something else, or a run that is not to be continued.</exception>
    public static RunDirectory ForTraining(string path, bool resume)
    {
        var directory = new RunDirectory(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        if (directory.IsRun)
        {
            return resume ? directory : throw new MpucException(
                $"{path} holds {(directory.IsFinished ? "a finished" : "an unfinished")} run; "
                + "continue it with --resume, or choose another folder with --output.");
        }

        return System.IO.File.Exists(path) || (Directory.Exists(path) && !(resume ? directory.IsBeginning : directory.IsEmpty))
            ? throw new MpucException($"{path} exists and is no run; choose a new or empty folder with --output.")
            : directory;
    }

    /// <summary>
    /// Keeps other trainings away from the folder, which is made where it is missing; a folder that was made and that nothing was written
    /// to goes again.
    /// </summary>
    /// <returns>Lets others in when disposed.</returns>
    /// <exception cref="MpucException">Another training is at work there, or the folder cannot be made or written.</exception>
    internal IDisposable Hold() => new RunHold(Path);

    /// <summary>Deletes what a process that was killed left half-written.</summary>
    public void DeleteLeftovers()
    {
        foreach (var file in new[] { Path, CheckpointsPath }.Where(Directory.Exists)
            .SelectMany(folder => AtomicFile.FindUnfinished(folder)))
        {
            System.IO.File.Delete(file);
        }
    }

    /// <summary>
    /// Makes the folder and writes what is known before the training; a folder becomes a run with the manifest, which is written last.
    /// </summary>
    /// <param name="configuration">The resolved configuration as JSON.</param>
    /// <param name="manifest">The manifest as JSON.</param>
    public void Create(string configuration, string manifest)
    {
        Directory.CreateDirectory(CheckpointsPath);
        AtomicFile.WriteText(ConfigurationPath, configuration);
        AtomicFile.WriteText(ManifestPath, manifest);
    }

    private string LockPath => File(WriteLock.InFolder);

    // A training that begins or was killed left its lock; whether it is held is found out when it is taken.
    private bool IsEmpty => Directory.EnumerateFileSystemEntries(Path).All(entry => entry == LockPath);

    // All that Create makes before the manifest.
    private bool IsBeginning => Directory.EnumerateFileSystemEntries(Path).Except(AtomicFile.FindUnfinished(Path), StringComparer.Ordinal)
        .All(entry =>
            entry == ConfigurationPath
                || entry == LockPath
                || (entry == CheckpointsPath && !Directory.EnumerateFileSystemEntries(entry).Any()));

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
