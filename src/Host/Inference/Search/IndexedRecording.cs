namespace Mpuc.Host.Inference.Search;

/// <summary>A recording of an index.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Files">The files that it was read from; a row of a table as <c>TABLE#ROW</c>.</param>
internal sealed record IndexedRecording(string Id, IReadOnlyList<string> Files);
