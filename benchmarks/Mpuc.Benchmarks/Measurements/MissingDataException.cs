namespace Mpuc.Benchmarks.Measurements;

/// <summary>A benchmark needs data that is not on this machine.</summary>
/// <param name="message">What is missing.</param>
internal sealed class MissingDataException(string message) : Exception(message)
{
    /// <summary>A folder that benchmarks/run names in the environment.</summary>
    /// <exception cref="MissingDataException">There is none.</exception>
    public static string RequireFolder(string variable, string content) =>
        Require(variable, Directory.Exists, $"{content}; name their folder");

    /// <summary>A file that benchmarks/run names in the environment.</summary>
    /// <exception cref="MissingDataException">There is none.</exception>
    public static string RequireFile(string variable, string content) => Require(variable, File.Exists, $"{content}; name the file");

    private static string Require(string variable, Predicate<string> exists, string content) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path && exists(path)
            ? Path.GetFullPath(path)
            : throw new MissingDataException($"needs {content} in {variable}");
}
