using Mpuc.Host.Plugins.Loading;

namespace Mpuc.Host.Plugins.Swapping;

/// <summary>Plugins that newer versions have taken the place of.</summary>
internal sealed class RetiredPlugins(IReadOnlyList<PluginEntry> entries)
{
    private readonly List<PluginEntry> _entries = [.. entries];
    private readonly List<(PluginTrace Trace, string Copy)> _unloaded = [];

    /// <summary>Disposes what they made and unloads them. Nobody may use it any more.</summary>
    public void Unload()
    {
        foreach (var entry in _entries)
        {
            _unloaded.Add((PluginTrace.Of(entry), Path.GetDirectoryName(entry.Loaded!.MainAssembly)!));
            entry.Unload();
        }

        _entries.Clear();
    }

    /// <summary>
    /// Makes sure that the plugins are gone, see <see cref="PluginTrace.FindProblem"/>, and deletes the copies of those that are.
    /// </summary>
    public IReadOnlyList<string> VerifyUnloaded()
    {
        List<string> problems = [];
        foreach (var (trace, copy) in _unloaded)
        {
            if (trace.FindProblem() is { } problem)
            {
                problems.Add(problem);
            }
            else
            {
                ShadowFolder.TryDelete(copy);
            }
        }

        return problems;
    }
}
