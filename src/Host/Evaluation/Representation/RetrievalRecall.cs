namespace Mpuc.Host.Evaluation.Representation;

/// <summary>
/// Cross-modal retrieval: how often the recording of a query in one modality is among the k most similar in another. Fractions, 0 to 1.
/// </summary>
/// <param name="Query">The modality of the queries.</param>
/// <param name="Target">The modality that is searched.</param>
/// <param name="Recordings">Recordings that have both, every one a query and a candidate.</param>
/// <param name="At1">Recall among the nearest.</param>
/// <param name="At5">Recall among the five nearest.</param>
/// <param name="At10">Recall among the ten nearest.</param>
/// <param name="ChanceAt1">What a random order reaches.</param>
/// <param name="ChanceAt5">The same among five.</param>
/// <param name="ChanceAt10">The same among ten.</param>
public sealed record RetrievalRecall(
    string Query, string Target, int Recordings, double At1, double At5, double At10, double ChanceAt1, double ChanceAt5, double ChanceAt10);
