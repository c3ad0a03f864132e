namespace Mpuc.Host.Modalities;

/// <summary>Which plugin something came from: what run manifests, caches and checkpoints record.</summary>
/// <param name="Id">The plugin's id, such as <c>mpuc.audio</c>.</param>
/// <param name="Version">The plugin's version.</param>
/// <param name="Sha256">The hash of its folder, private libraries included, lower-case hexadecimal.</param>
public sealed record PluginIdentity(string Id, string Version, string Sha256);
