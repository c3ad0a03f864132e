namespace Mpuc.Conformance;

/// <summary>The result of one check.</summary>
/// <param name="Case">The check and what it was tried on.</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Message">What is wrong, missing or not there; null where it passed.</param>
public sealed record ConformanceResult(ConformanceCase Case, ConformanceOutcome Outcome, string? Message);
