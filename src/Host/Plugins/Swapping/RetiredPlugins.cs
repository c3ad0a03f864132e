using Mpuc.Conformance.Loading;

namespace Mpuc.Host.Plugins.Swapping;

/// <summary>Plugins that newer versions have taken the place of.</summary>
/// <param name="entries">The plugins, still loaded.</param>
internal sealed class RetiredPlugins(IReadOnlyList<PluginEntry> entries)
{
    private readonly List<PluginEntry> _entries = [.. entries];
    private readonly List<Trace> _traces = [];

    /// <summary>Disposes what they made and unloads them. Nobody may use it any more.</summary>
    public void Unload()
    {
        foreach (var entry in _entries)
        {
            _traces.Add(new Trace(entry.Description, entry.Loaded!.LoadContext, entry.Loaded.MainAssembly));
            entry.Unload();
        }

        _entries.Clear();
    }

    /// <summary>
    /// Collects garbage until the plugins are gone from memory, and deletes their copies. To be called where no local of a caller holds anything that they made.
    /// </summary>
    /// <returns>For each one that stays in memory, a sentence that says what is known to keep it there; empty where all are gone.</returns>
    public IReadOnlyList<string> Prove()
    {
        var alive = _traces.Where(trace => !UnloadProof.IsGone(trace.LoadContext)).ToList();
        foreach (var gone in _traces.Except(alive))
        {
            Loading.ShadowFolder.TryDelete(Path.GetDirectoryName(gone.MainAssembly)!);
        }

        return [.. alive.Select(trace => $"{trace.Plugin} was unloaded, but stays in memory: {UnloadHazards.Explain(trace.MainAssembly)}")];
    }

    private sealed record Trace(string Plugin, WeakReference LoadContext, string MainAssembly);
}
