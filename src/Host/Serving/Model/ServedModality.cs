namespace Mpuc.Host.Serving.Model;

/// <summary>A modality as callers see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Source">The name of the source that it reads.</param>
/// <param name="Extensions">The file name extensions that it reads, with the dot.</param>
internal sealed record ServedModality(string Name, string Kind, string Source, IReadOnlyList<string> Extensions);
