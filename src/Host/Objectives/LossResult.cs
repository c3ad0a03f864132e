using TorchSharp;

namespace Mpuc.Host.Objectives;

/// <summary>The loss of one batch.</summary>
/// <param name="Total">Eq. 2, a scalar to differentiate; the receiver owns it.</param>
/// <param name="Value">The total as a number.</param>
/// <param name="Pairs">Eq. 1's loss of each ordered pair that the batch allows.</param>
public sealed record LossResult(torch.Tensor Total, double Value, IReadOnlyDictionary<ModalityPair, double> Pairs);
