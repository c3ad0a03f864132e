namespace Mpuc;

/// <summary>A file in an npm package.</summary>
/// <param name="Package">The package's name, such as <c>@vladmandic/face-api</c>.</param>
/// <param name="Version">The exact version.</param>
/// <param name="Path">The file's path in the package, with forward slashes; files beside it that it refers to count as part of it.</param>
public sealed record NpmFile(string Package, string Version, string Path);
