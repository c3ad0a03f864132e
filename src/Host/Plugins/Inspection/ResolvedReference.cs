namespace Mpuc.Host.Plugins.Inspection;

/// <summary>A reference of a plugin's assembly and where it leads.</summary>
/// <param name="Name">The simple name of the assembly referred to.</param>
/// <param name="Version">The version that the compiler saw.</param>
/// <param name="Origin">Where the assembly comes from.</param>
/// <param name="ReferredBy">The simple name of the assembly that refers to it.</param>
internal sealed record ResolvedReference(string Name, Version Version, ReferenceOrigin Origin, string ReferredBy);
