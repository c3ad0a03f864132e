using Serilog;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// Opens word vectors by name or path. The first time a source is opened, an index of it is built in the cache folder, by one process at a
/// time; an index that is damaged, or was cut off, is built again.
/// </summary>
/// <param name="weights">Finds the source and names the cache folder.</param>
/// <param name="logger">Told of every index that is built.</param>
internal sealed class WordVectorStore(IWeightsStore weights, ILogger logger)
{
    private const string FolderName = "word-vectors";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <summary>Opens word vectors.</summary>
    /// <param name="nameOrPath">The name of registered vectors or a file's path.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The vectors, which the caller owns.</returns>
    /// <exception cref="MpucException">There is no such file, it is damaged, or no index can be written.</exception>
    public WordVectors Open(string nameOrPath, CancellationToken cancellationToken)
    {
        var source = weights.Locate(nameOrPath);
        var folder = Path.Combine(weights.CacheFolder, FolderName);
        try
        {
            Directory.CreateDirectory(folder);
            var hash = nameOrPath == RegisteredVectors.Wink.Name
                ? Convert.FromHexString(RegisteredVectors.Wink.Sha256!)
                : new ContentStamp(folder, TimeProvider.System).Of(source);
            var index = Path.Combine(folder, Convert.ToHexStringLower(hash) + ".index");
            return WordVectors.TryOpen(index, hash) ?? Build(source, index, hash, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                $"The index of the word vectors '{source}' cannot be written to '{folder}' or read there: {exception.Message}", exception);
        }
    }

    private WordVectors Build(string source, string index, byte[] hash, CancellationToken cancellationToken)
    {
        using var alone = WaitFor(index + ".lock", cancellationToken);
        if (WordVectors.TryOpen(index, hash) is { } builtByAnother)
        {
            return builtByAnother;
        }

        logger.Information("Building an index of the word vectors {Source}; this is done once", source);
        var temporary = $"{index}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
            {
                var writer = new WordVectorWriter(file);
                WordVectorSource.Read(source, writer, cancellationToken);
                writer.Complete(hash);
            }

            File.Move(temporary, index, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return WordVectors.TryOpen(index, hash) ?? throw new IOException("it was not kept as it was written.");
    }

    // The operating system lets go of the lock of a process that ends, so none is ever left behind.
    private static FileStream WaitFor(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsHeld(exception))
            {
                cancellationToken.WaitHandle.WaitOne(BetweenTries);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    // .NET has no exception of its own for this: ERROR_SHARING_VIOLATION of Windows, EWOULDBLOCK of Linux and of BSD.
    private static bool IsHeld(IOException exception) =>
        OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) == 32 : exception.HResult is 11 or 35;
}
