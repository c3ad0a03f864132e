using Mpuc.Host.Data;

namespace Mpuc.Host.Runs;

/// <summary>
/// A training's claim to a folder. Bad input must leave nothing behind, so that a folder that was made for the claim alone goes with it.
/// </summary>
internal sealed class RunHold : IDisposable
{
    private readonly List<string> _made = [];
    private readonly IDisposable _lock;

    /// <summary>Claims a folder.</summary>
    /// <param name="folder">Its absolute path.</param>
    /// <exception cref="MpucException">Another training is at work there, or the folder cannot be made or written.</exception>
    public RunHold(string folder)
    {
        try
        {
            for (var missing = folder; missing is not null && !Directory.Exists(missing); missing = Path.GetDirectoryName(missing))
            {
                _made.Add(missing);
            }

            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"The folder {folder} cannot be made: {exception.Message.TrimEnd('.')}.", exception);
        }

        _lock = WriteLock.TakeRun(folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        try
        {
            foreach (var folder in _made
                .TakeWhile(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else has begun to use it.
        }
    }
}
