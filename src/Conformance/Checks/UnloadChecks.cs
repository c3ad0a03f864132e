using System.Runtime.CompilerServices;
using Mpuc.Conformance.Loading;
using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;

namespace Mpuc.Conformance.Checks;

/// <summary>That a plugin can be taken out of a running host.</summary>
internal static class UnloadChecks
{
    public static IReadOnlyList<Check<PluginTrial>> All { get; } =
        [new("plugin.unload", "after use and disposal nothing keeps it in memory", LeavesNothing)];

    private static void LeavesNothing(PluginTrial trial)
    {
        Promise.Holds(
            UnloadProof.IsGone(LoadUseAndDispose(trial)),
            $"After it was disposed and unloaded, its load context is still alive: {UnloadHazards.Explain(trial.Plugin.MainAssembly)}");
    }

    // Not inlined, so that no local of the caller's frame keeps the context alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadUseAndDispose(PluginTrial trial)
    {
        using var plugin = trial.Load();
        foreach (var encoder in trial.Encoders.Where(encoder => encoder.Samples.Recordings.Count > 0))
        {
            Use(new EncoderTrial(plugin, plugin.Modalities.First(kind => kind.Kind == encoder.Descriptor.Kind), encoder.Samples));
        }

        return plugin.LoadContext;
    }

    private static void Use(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        foreach (var sequence in trial.ReadAll(encoder))
        {
            encoder.Window(sequence, new TimeWindow(0, trial.Samples.WindowSeconds)).Dispose();
            sequence.Dispose();
        }
    }
}
