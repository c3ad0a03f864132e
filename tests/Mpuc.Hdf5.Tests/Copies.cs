namespace Mpuc.Hdf5.Tests;

/// <summary>A folder for altered files that lives as long as a test.</summary>
internal sealed class Copies : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mpuc-hdf5-");

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
