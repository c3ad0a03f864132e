using TorchSharp;

namespace Mpuc.Host.Objectives;

/// <summary>One modality's embeddings of a batch, after the projection head and before normalisation.</summary>
/// <param name="Modality">The modality's name.</param>
/// <param name="Values">Embeddings, <c>[R, D]</c>.</param>
/// <param name="Rows">For each of the R embeddings its row in the batch, <c>view * B + recording</c>.</param>
public sealed record ModalityEmbeddings(string Modality, torch.Tensor Values, IReadOnlyList<long> Rows);
