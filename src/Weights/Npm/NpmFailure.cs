namespace Mpuc.Weights.Npm;

/// <summary>A package could not be had.</summary>
/// <param name="reason">Why, as part of a sentence.</param>
/// <param name="inner">What caused it.</param>
internal sealed class NpmFailure(string reason, Exception? inner = null) : Exception(reason, inner);
