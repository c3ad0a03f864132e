namespace Mpuc.Host.Inference.Bundles;

/// <summary>One file of a bundle, as the bundle's manifest lists it.</summary>
/// <param name="Name">The file's name, without any folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The hash of its content, lower-case hexadecimal.</param>
internal sealed record BundleFile(string Name, long Bytes, string Sha256);
