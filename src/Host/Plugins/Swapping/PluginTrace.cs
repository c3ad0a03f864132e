using Mpuc.Conformance.Loading;

namespace Mpuc.Host.Plugins.Swapping;

/// <summary>What is kept of a plugin to tell, once it is unloaded, whether it is gone.</summary>
internal sealed record PluginTrace(string Plugin, WeakReference LoadContext, IReadOnlyList<string> Hazards)
{
    /// <summary>Takes the trace of a plugin at work.</summary>
    public static PluginTrace Of(PluginEntry entry) => new(entry.Description, entry.Loaded!.LoadContext, entry.Inspection.UnloadHazards);

    /// <summary>
    /// Collects garbage until the plugin is gone from memory. To be called where no local of a caller holds anything that it made.
    /// </summary>
    /// <returns>A sentence that says what is known to keep it; null where it is gone.</returns>
    public string? FindProblem() => UnloadProof.IsGone(LoadContext)
        ? null
        : $"{Plugin} was unloaded, but stays in memory: {UnloadHazards.Explain(Hazards)}";
}
