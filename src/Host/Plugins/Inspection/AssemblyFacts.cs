namespace Mpuc.Host.Plugins.Inspection;

/// <summary>What an assembly's metadata says, read without loading it.</summary>
internal sealed record AssemblyFacts
{
    /// <summary>The absolute path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The simple name.</summary>
    public required string Name { get; init; }

    /// <summary>The informational version without its source revision, or else the assembly version.</summary>
    public required string Version { get; init; }

    /// <summary>The target framework, such as <c>.NETCoreApp,Version=v10.0</c>; null where it names none.</summary>
    public required string? TargetFramework { get; init; }

    /// <summary>The mark of a plugin's main assembly; null on any other.</summary>
    public required PluginMark? Mark { get; init; }

    /// <summary>The assemblies that it refers to.</summary>
    public required IReadOnlyList<AssemblyReference> References { get; init; }

    /// <summary>The native libraries that it imports functions from.</summary>
    public required IReadOnlyList<string> NativeImports { get; init; }

    /// <summary>What it reaches outside the process.</summary>
    public required PluginCapabilities Reach { get; init; }
}

/// <summary>A reference as the compiler wrote it.</summary>
internal sealed record AssemblyReference(string Name, Version Version);

/// <summary>What an assembly's <see cref="MpucPluginAttribute"/> says.</summary>
/// <param name="EntryType">The entry point's full name, followed by a comma and its assembly where that is another one.</param>
internal sealed record PluginMark(string Id, string EntryType);
