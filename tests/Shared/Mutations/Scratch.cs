namespace Mpuc.Tests.Mutations;

/// <summary>A folder for readers that take only paths: in memory where the system has such a place, and removed afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private const string InMemory = "/dev/shm";

    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(
            Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"mpuc-mutations-{Environment.ProcessId}-{Guid.NewGuid():N}"));

    /// <summary>The folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file, in place of what it held.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(File(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(content);
        return File(name);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
