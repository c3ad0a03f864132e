namespace Mpuc.Conformance;

/// <summary>A plugin breaks a promise of the contract.</summary>
/// <param name="message">What it did, and what it should have done.</param>
public sealed class NonconformanceException(string message) : Exception(message);
