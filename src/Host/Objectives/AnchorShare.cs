using static TorchSharp.torch;

namespace Mpuc.Host.Objectives;

/// <summary>
/// The anchors that one of several processes computes the loss of, against the candidates of all. Every sample of Eq. 1 belongs to one process, so the
/// quadratic part of the loss is divided among them.
/// </summary>
/// <param name="Rows">The process's rows of the batch, <c>view * B + recording</c>, ascending; none for a process without recordings.</param>
/// <param name="Gather">Completes values <c>[K, A]</c> of the process's A anchors with those of the other processes, to <c>[K, R]</c> of all rows.</param>
public sealed record AnchorShare(IReadOnlyList<long> Rows, Func<Tensor, Tensor> Gather);
