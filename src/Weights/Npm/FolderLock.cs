using Serilog;

namespace Mpuc.Weights.Npm;

/// <summary>Keeps other processes, and other threads of this one, from writing to a folder at the same time.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until nobody else holds the folder, and takes it.</summary>
    /// <param name="folder">The folder; made where it does not exist.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="logger">Told of the waiting.</param>
    /// <returns>Gives the folder free when disposed, or when the process ends.</returns>
    /// <exception cref="MpucException">Somebody else holds it for longer.</exception>
    public static IDisposable Take(string folder, TimeSpan limit, ILogger logger)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ".lock");
        var since = TimeProvider.System.GetTimestamp();
        for (var first = true; ; first = false)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (
                exception is not (DirectoryNotFoundException or PathTooLongException) && Directory.Exists(folder))
            {
                if (TimeProvider.System.GetElapsedTime(since) > limit)
                {
                    throw new MpucException(
                        $"Another process has held {path} for more than {limit.TotalMinutes:0.##} minutes; end it and try again.",
                        exception);
                }

                if (first)
                {
                    logger.Information("Waiting for another process that fetches weights");
                }

                Thread.Sleep(Pause);
            }
        }
    }
}
