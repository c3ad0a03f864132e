using System.Runtime.CompilerServices;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Plugins.Loading;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights;
using Serilog;

namespace Mpuc.Host.Runs;

/// <summary>
/// Lets new versions of plugins take over a training between two of its steps: loads them beside the old ones, sets the training up with
/// them, hands the weights over, unloads the old ones and makes sure that they are gone. Where anything of it fails, the old ones go on.
/// </summary>
internal sealed class PluginTakeover(
    RunConfiguration configuration, PluginUpdates updates, RunDirectory directory, CheckpointFolder checkpoints, ILogger log)
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    /// <summary>Told of every sequence that is ready; null for nobody.</summary>
    public IProgress<ReadingProgress>? Reading { get; init; }

    /// <summary>Takes over what there is to take.</summary>
    public void Run(TrainingStage stage, CancellationToken cancellationToken)
    {
        var retired = Replace(stage, cancellationToken);
        foreach (var problem in retired?.VerifyUnloaded() ?? [])
        {
            log.Warning("{Problem:l}", problem);
        }
    }

    // Not inlined, so that no local of Run's frame keeps what the old plugins made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private RetiredPlugins? Replace(TrainingStage stage, CancellationToken cancellationToken)
    {
        using var update = updates.Find();
        if (update is null)
        {
            return null;
        }

        var (step, changes) = (stage.Trainer.State.Step, update.Changes.Select(change => change.ToString()).ToList());
        try
        {
            var renewed = ConfigurationLoader.Load(directory.ConfigurationPath, [], NoEnvironment, update);
            stage.TakeOver(renewed, update, checkpoints.BestPath, Reading, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var why = PluginFault.Describe(fault);
            log.Warning("After step {Step} the plugins {Changes} are not taken: {Why:l}. Those at work stay.", step, changes, why);
            return null;
        }

        Record(stage, step, changes);
        log.Information("After step {Step} the training goes on with the plugins {Changes}.", step, changes);
        var retired = update.Accept();
        retired.Unload();
        return retired;
    }

    // The newest checkpoint and the manifest must name the plugins that a resumed training or an evaluation will find installed.
    private void Record(TrainingStage stage, long step, IReadOnlyList<string> changes)
    {
        var setup = stage.Setup;
        var before = RunManifest.Read(directory).Updates;
        var manifest = RunManifestBuilder.Build(configuration, setup) with
        {
            Updates = [.. before, new RunManifest.UpdateEntry(step, changes)],
        };
        Checkpoint.Write(checkpoints.PathOf(step), stage.Trainer, setup.Identity, setup.Contexts, setup.Statistics);
        AtomicFile.WriteText(directory.ManifestPath, manifest.ToJson());
    }
}

/// <summary>Looks for new versions of plugins at every step, and pauses the training where there are some.</summary>
/// <param name="inner">Told of every step; may be null.</param>
internal sealed class UpdateWatch(
    IProgress<TrainingProgress>? inner, PluginUpdates updates, CancellationTokenSource pause) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        inner?.Report(value);
        if (updates.ArePending())
        {
            pause.Cancel();
        }
    }
}
