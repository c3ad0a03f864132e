namespace Mpuc.Host.Inference.Predictions;

/// <summary>An input that could not be judged.</summary>
/// <param name="Id">The recording's id, or the path of what was no recording.</param>
/// <param name="Files">Its files.</param>
/// <param name="Reason">What is wrong, in one sentence.</param>
internal sealed record QuarantinedInput(string Id, IReadOnlyList<string> Files, string Reason);
