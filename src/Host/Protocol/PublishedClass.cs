namespace Mpuc.Host.Protocol;

/// <summary>What was published of one class of a multi-label task.</summary>
/// <param name="WeightedAccuracy">The w-ACC, 0 to 1; null where it was not published.</param>
/// <param name="F1">The F1, 0 to 1, in whichever of its definitions; null where it was not published.</param>
public sealed record PublishedClass(double? WeightedAccuracy, double? F1);
