using Mpuc.Host.Modalities;

namespace Mpuc.Host.Plugins.Swapping;

/// <summary>One plugin of an update.</summary>
/// <param name="Before">The version at work; null for a plugin that was not there.</param>
/// <param name="After">The new version.</param>
internal sealed record PluginChange(PluginIdentity? Before, PluginIdentity After)
{
    /// <summary>Such as <c>my.gaze 1.0.0 to 1.1.0</c>.</summary>
    public override string ToString() => Before is null
        ? $"{After.Id} {After.Version}"
        : $"{After.Id} {Before.Version} to {After.Version}{(Before.Version == After.Version ? " (another build)" : "")}";
}
