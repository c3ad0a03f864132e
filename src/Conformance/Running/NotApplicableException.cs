namespace Mpuc.Conformance.Running;

/// <summary>A promise is about something that a plugin does not have.</summary>
/// <param name="message">What it does not have.</param>
internal sealed class NotApplicableException(string message) : Exception(message);
