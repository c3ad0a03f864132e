namespace Mpuc.Host.Inference.Search;

/// <summary>A modality of an index.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Recordings">How many recordings have it.</param>
internal sealed record IndexedModality(string Name, long Recordings);
