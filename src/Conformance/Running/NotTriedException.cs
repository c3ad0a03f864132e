namespace Mpuc.Conformance.Running;

/// <summary>A check has nothing to try the plugin with.</summary>
/// <param name="message">What is missing.</param>
internal sealed class NotTriedException(string message) : Exception(message);
