namespace Mpuc.Host.Plugins.Inspection;

/// <summary>A reference as the compiler wrote it.</summary>
internal sealed record AssemblyReference(string Name, Version Version);
