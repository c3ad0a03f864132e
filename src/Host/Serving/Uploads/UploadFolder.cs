namespace Mpuc.Host.Serving.Uploads;

/// <summary>Where uploads lie while they are worked on: a folder that only this user can enter, and that goes with the server.</summary>
internal sealed class UploadFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("mpuc-serve-").FullName;

    /// <summary>Makes a folder for one upload.</summary>
    /// <returns>Its path.</returns>
    public string Make() => Directory.CreateDirectory(System.IO.Path.Combine(Path, Guid.NewGuid().ToString("N"))).FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
