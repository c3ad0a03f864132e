namespace Mpuc.Host.Plugins.Inspection;

/// <summary>What is known of a plugin folder without having run anything of it; as much as could be read where it was refused.</summary>
/// <param name="folder">The folder's absolute path.</param>
internal sealed class PluginInspection(string folder)
{
    /// <summary>The folder's absolute path.</summary>
    public string Folder { get; } = folder;

    /// <summary>Why the host will not load it, in one sentence; null where it will.</summary>
    public string? Refusal { get; set; }

    /// <summary>The files in the folder, absolute, at any depth.</summary>
    public IReadOnlyList<string> Files { get; set; } = [];

    /// <summary>The assembly that carries the plugin's mark.</summary>
    public AssemblyFacts? Main { get; set; }

    /// <summary>The plugin's id.</summary>
    public string? Id => Main?.Mark?.Id;

    /// <summary>The plugin's version.</summary>
    public string? Version => Main?.Version;

    /// <summary>How messages begin that tell about it.</summary>
    public string Description => $"Plugin '{Id}' {Version} in '{Folder}'";

    /// <summary>The contract version that it was built against, major and minor.</summary>
    public Version? Contract => Main?.References.FirstOrDefault(reference => reference.Name == HostSurface.Contract) is { } contract
        ? new Version(contract.Version.Major, contract.Version.Minor)
        : null;

    /// <summary>The first contract version whose hosts cannot run it: the next major one.</summary>
    public Version? ContractLimit => Contract is { } contract ? new Version(contract.Major + 1, 0) : null;

    /// <summary>The assemblies in its folder that the host shares with all plugins, which must not be there.</summary>
    public IReadOnlyList<string> PrivateCopies { get; set; } = [];

    /// <summary>What its code uses that is known to keep a plugin in memory after it was unloaded, and what to do about it.</summary>
    public IReadOnlyList<string> UnloadHazards { get; set; } = [];

    /// <summary>Every assembly in reach and where it comes from.</summary>
    public IReadOnlyList<ResolvedReference> References { get; set; } = [];

    /// <summary>The native libraries that its assemblies import functions from.</summary>
    public IReadOnlyList<string> NativeImports { get; set; } = [];

    /// <summary>The native libraries in the folder, as relative paths.</summary>
    public IReadOnlyList<string> NativeFiles { get; set; } = [];

    /// <summary>What its assemblies reach outside the process.</summary>
    public PluginCapabilities Reach { get; set; } = PluginCapabilities.None;

    /// <summary>The SHA-256 of the main assembly, in lower-case hexadecimal.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The SHA-256 over all files of the folder; see <see cref="FolderHash.OfFiles"/>.</summary>
    public string? FolderSha256 { get; set; }
}
