namespace Mpuc.Host.Datasets.Manifests;

/// <summary>A source as a manifest writes it.</summary>
/// <param name="Path">
/// A path, relative to the manifest's folder or absolute; where no such file is there, what follows a last <c>#</c> is the key.
/// </param>
/// <param name="Key">The row's key where the file is a table; null to look for it in the path.</param>
/// <param name="Start">Where the recording starts in the file, in seconds.</param>
/// <param name="End">Where it ends, in seconds; null for the file's end.</param>
internal sealed record ManifestSource(string Path, string? Key, double Start, double? End);
