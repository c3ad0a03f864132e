using System.Reflection;
using System.Runtime.InteropServices;
using Autofac;
using Mpuc.Kernels;
using Serilog;
using TorchSharp;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>What a host offers to plugins: the assemblies that it shares with them and the framework.</summary>
internal sealed record HostSurface
{
    /// <summary>The simple name of the contract assembly.</summary>
    public const string Contract = "Mpuc.Abstractions";

    /// <summary>This host.</summary>
    public static HostSurface Current { get; } = new()
    {
        Shared = new[] { typeof(IModalityPlugin), typeof(torch), typeof(ContainerBuilder), typeof(ILogger), typeof(FusedKernels) }
            .Select(type => type.Assembly.GetName())
            .ToDictionary(name => name.Name!, name => name.Version!, StringComparer.OrdinalIgnoreCase),
        Framework = FrameworkAssemblies(),
        FrameworkVersion = new Version(Environment.Version.Major, Environment.Version.Minor),
    };

    /// <summary>The assemblies that host and plugins have in common, by name, with the host's version.</summary>
    public required IReadOnlyDictionary<string, Version> Shared { get; init; }

    /// <summary>The simple names of the framework's assemblies.</summary>
    public required IReadOnlySet<string> Framework { get; init; }

    /// <summary>The .NET version that runs, major and minor.</summary>
    public required Version FrameworkVersion { get; init; }

    /// <summary>The contract's version, major and minor.</summary>
    public Version ContractVersion => new(Shared[Contract].Major, Shared[Contract].Minor);

    private static HashSet<string> FrameworkAssemblies()
    {
        // The list holds the program's own assemblies as well; those are no plugin's business. A self-contained program has but one folder.
        var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var isSelfContained = own == Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => isSelfContained || Path.GetDirectoryName(path) != own)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
