using System.Globalization;
using Mpuc.Host.Data;
using Mpuc.Host.Training;

namespace Mpuc.Host.Cli;

/// <summary>The progress lines of the commands.</summary>
internal static class ProgressLines
{
    /// <summary>Shows how far the reading of recordings has come.</summary>
    public static IProgress<ReadingProgress> Reading(TextWriter error) => new ProgressLine<ReadingProgress>(
        error,
        IsTerminal(error),
        progress => $"read {progress.Done} of {progress.Total} sequences",
        progress => progress.Done == progress.Total);

    /// <summary>Shows how far a training has come, at what rate, and the time left.</summary>
    public static IProgress<TrainingProgress> Training(TextWriter error) => new ProgressLine<TrainingProgress>(
        error, IsTerminal(error), Describe, progress => progress.Epoch == progress.Epochs && progress.Batch == progress.Batches);

    /// <summary>Puts a training's progress into one line.</summary>
    internal static string Describe(TrainingProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {progress.Epoch}/{progress.Epochs}, batch {progress.Batch}/{progress.Batches}, loss {progress.Loss:0.0000}, "
        + $"{progress.RecordingsPerSecond:0} recordings/s, {Left(progress.TimeLeft)} left");

    private static string Left(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes:00} min" : $"{time.Minutes} min {time.Seconds:00} s";

    private static bool IsTerminal(TextWriter error) => ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
}
