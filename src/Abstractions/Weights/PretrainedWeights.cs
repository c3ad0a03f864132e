namespace Mpuc;

/// <summary>
/// A pretrained file that a plugin can use: a network's weights, word vectors. A plugin registers it with
/// <see cref="PluginRegistration.RegisterWeights"/>; the host lists it, fetches it where it can, and verifies it.
/// </summary>
public sealed class PretrainedWeights
{
    /// <summary>
    /// The name in configurations and commands, in lower case with hyphens, such as <c>tiny-face-detector</c>; unique among the active
    /// plugins.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>One sentence for people: what it is, what it was trained on.</summary>
    public required string Description { get; init; }

    /// <summary>The licence's SPDX identifier, such as <c>MIT</c>, or one sentence where there is none.</summary>
    public required string License { get; init; }

    /// <summary>Where it comes from: the project or publication, for people.</summary>
    public required string Origin { get; init; }

    /// <summary>What works without it, in one sentence.</summary>
    public required string Without { get; init; }

    /// <summary>The npm package that holds it; null for a file that its user downloads and names by path.</summary>
    public NpmFile? Package { get; init; }

    /// <summary>
    /// The SHA-256 of the file as published, in lower-case hexadecimal; null where several published versions serve. Of weights in several
    /// files (a manifest with shards) that of the manifest.
    /// </summary>
    public string? Sha256 { get; init; }
}

/// <summary>A file in an npm package.</summary>
/// <param name="Package">The package's name, such as <c>@vladmandic/face-api</c>.</param>
/// <param name="Version">The exact version.</param>
/// <param name="Path">The file's path in the package, with forward slashes; files beside it that it refers to count as part of it.</param>
public sealed record NpmFile(string Package, string Version, string Path);
