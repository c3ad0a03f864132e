namespace Mpuc.Conformance.Running;

/// <summary>A check has nothing to try the plugin with.</summary>
internal sealed class NotTriedException(string message) : Exception(message);
