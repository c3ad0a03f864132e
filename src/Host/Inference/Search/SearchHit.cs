namespace Mpuc.Host.Inference.Search;

/// <summary>A recording that a search found.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Modality">The modality that resembles the query most.</param>
/// <param name="Score">The cosine similarity of the embeddings, -1 to 1.</param>
/// <param name="Files">The files that it was read from; a row of a table as <c>TABLE#ROW</c>.</param>
internal sealed record SearchHit(int Rank, string Id, string Modality, double Score, IReadOnlyList<string> Files);
