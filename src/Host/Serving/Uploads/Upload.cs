namespace Mpuc.Host.Serving.Uploads;

/// <summary>What a caller sent. Its files go with this object.</summary>
internal sealed class Upload(string folder, IReadOnlyList<UploadedFile> files, IReadOnlyDictionary<string, string> fields) : IDisposable
{
    /// <summary>The files, at least one.</summary>
    public IReadOnlyList<UploadedFile> Files { get; } = files;

    /// <summary>The other fields by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; } = fields;

    /// <summary>Says to the caller what a message says of paths here.</summary>
    // The longest path first: that of file 1 is the beginning of file 10's.
    public string InTheirWords(string message) =>
        Files.OrderByDescending(file => file.Path.Length)
            .Aggregate(message, (text, file) => text.Replace(file.Path, file.Name, StringComparison.Ordinal))
            .Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
