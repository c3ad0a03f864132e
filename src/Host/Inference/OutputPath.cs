namespace Mpuc.Host.Inference;

/// <summary>Where results are to be written.</summary>
internal static class OutputPath
{
    /// <summary>Refuses a path in a folder that does not exist, before anything is computed.</summary>
    /// <param name="path">The path, absolute.</param>
    /// <exception cref="MpucException">The folder is missing.</exception>
    public static string RequireFolder(string path) => Directory.Exists(Path.GetDirectoryName(path))
        ? path
        : throw new MpucException($"There is no folder '{Path.GetDirectoryName(path)}' to write '{Path.GetFileName(path)}' to.");
}
