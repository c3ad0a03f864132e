namespace Mpuc.Host.Data;

/// <summary>Keeps two processes, or threads, from writing to one place at once. It is gone with the process that held it.</summary>
internal static class WriteLock
{
    /// <summary>The name of the lock in a folder that a training writes to.</summary>
    public const string InFolder = "train.lock";

    /// <summary>Takes a folder to train in, which must exist.</summary>
    /// <returns>Gives it free when disposed.</returns>
    /// <exception cref="MpucException">Somebody trains in it, or it cannot be written.</exception>
    public static IDisposable TakeRun(string folder) =>
        Take(
            Path.Combine(folder, InFolder),
            $"Another process trains in {folder}; wait for its end, or choose another folder with --output.");

    /// <summary>Takes a path for a whole that is put there in one step, such as a bundle or an index.</summary>
    /// <param name="path">The absolute path; its folder exists.</param>
    /// <returns>Gives it free when disposed.</returns>
    /// <exception cref="MpucException">Somebody writes it, or its folder cannot be written.</exception>
    public static IDisposable TakeOutput(string path) => Take(
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.lock"),
        $"Another process writes {path}; wait for its end, or choose another name with --output.");

    private static FileStream Take(string file, string sentence)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (File.Exists(file))
        {
            throw new MpucException(sentence, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{Path.GetDirectoryName(file)} cannot be written: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
