using System.Runtime.Versioning;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>What a plugin must satisfy before any of its code may run.</summary>
internal sealed class CompatibilityRules(HostSurface host)
{
    /// <summary>Checks a plugin; the first rule that it breaks is the one it is refused by.</summary>
    /// <exception cref="MpucException">It breaks a rule; the message says what was required, what was found, and the fix.</exception>
    public void Check(PluginInspection inspection, AssemblyFacts main)
    {
        var plugin = inspection.Description;
        CheckTargetFramework(plugin, main.TargetFramework);
        CheckContract(plugin, inspection.Contract);
        CheckPrivateCopies(plugin, inspection.PrivateCopies);
        CheckSharedVersions(plugin, inspection.References);
        CheckNothingIsMissing(plugin, inspection.References);
    }

    /// <summary>Finds assemblies that the host shares with all plugins.</summary>
    public IReadOnlyList<string> PrivateCopies(IEnumerable<string> ownAssemblies) =>
        [.. ownAssemblies.Where(host.Shared.ContainsKey).Order(StringComparer.Ordinal)];

    private void CheckTargetFramework(string plugin, string? targetFramework)
    {
        if (targetFramework is not null && !IsSupported(targetFramework))
        {
            throw new MpucException(
                $"{plugin} is built for {targetFramework}, but this host runs .NET {host.FrameworkVersion}; "
                + $"build it for net{host.FrameworkVersion} or an earlier one.");
        }
    }

    private bool IsSupported(string targetFramework)
    {
        try
        {
            var framework = new FrameworkName(targetFramework);
            return framework.Identifier switch
            {
                ".NETCoreApp" => framework.Version <= host.FrameworkVersion,
                ".NETStandard" => framework.Version <= new Version(2, 1),
                _ => false,
            };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private void CheckContract(string plugin, Version? required)
    {
        var found = host.ContractVersion;
        var build = $"build the plugin against {HostSurface.Contract} {found}";
        if (required is null)
        {
            throw new MpucException($"{plugin} does not refer to {HostSurface.Contract}; {build}.");
        }

        if (required.Major != found.Major || required.Minor > found.Minor)
        {
            var fix = required > found ? $"use a newer host, or {build}" : build;
            throw new MpucException($"{plugin} requires contract {required}, but this host has contract {found}; {fix}.");
        }
    }

    private static void CheckPrivateCopies(string plugin, IReadOnlyList<string> copies)
    {
        if (copies.Count > 0)
        {
            throw new MpucException(
                $"{plugin} ships its own copy of {string.Join(", ", copies)}, which the host shares with all plugins; mark the reference "
                + $"with <Private>false</Private>, or reference the {HostSurface.Contract} package, whose build targets do it, and delete "
                + "the file.");
        }
    }

    private void CheckSharedVersions(string plugin, IEnumerable<ResolvedReference> references)
    {
        // The contract has a rule of its own, in terms of its version for people.
        var shared = references.Where(reference => reference.Origin == ReferenceOrigin.Shared && reference.Name != HostSurface.Contract);
        if (shared.FirstOrDefault(reference => reference.Version > host.Shared[reference.Name]) is { } tooNew)
        {
            throw new MpucException(
                $"{plugin} requires {tooNew.Name} {tooNew.Version}, but this host shares {tooNew.Name} {host.Shared[tooNew.Name]}; "
                + "build it against that version.");
        }
    }

    private static void CheckNothingIsMissing(string plugin, IEnumerable<ResolvedReference> references)
    {
        ResolvedReference[] missing = [.. references.Where(reference => reference.Origin == ReferenceOrigin.Missing)];
        if (missing.Length > 0)
        {
            var names = missing.Select(reference => $"{reference.Name} {reference.Version} (for {reference.ReferredBy})");
            throw new MpucException(
                $"{plugin} lacks {string.Join(", ", names)}; build it with <EnableDynamicLoading>true</EnableDynamicLoading>, "
                + "so that its dependencies lie beside it.");
        }
    }
}
