using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Plugins;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Serilog.Core;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>
/// Steps on RAVDESS's audio and action units: with the real data pipeline, as from the second epoch on, beside as many on one batch that
/// stays.
/// </summary>
internal sealed class PipelineOverhead : IMeasurement
{
    private const int Steps = 20;

    private readonly PluginCatalog _catalog = PluginCatalog.Discover(PluginSettings.From(new PluginOptions()), Logger.None);
    private readonly TrainingSetup _setup;
    private readonly ContrastiveTrainer _trainer;
    private int _epoch;

    public PipelineOverhead()
    {
        var folder = MissingDataException.RequireFolder("MPUC_BENCHMARK_RAVDESS", "RAVDESS's recordings");
        var example = Path.Combine(AppContext.BaseDirectory, "examples", "ravdess-audio-au.json");
        var configuration = ConfigurationLoader.Load(example, [$"data.root={folder}"], new Dictionary<string, string>(), _catalog);
        _setup = TrainingSetup.Prepare(configuration, _catalog, reading: null, CancellationToken.None);
        _trainer = new ContrastiveTrainer(_setup.Model, configuration.Objective, configuration.Training);
        _setup.Model.train();
        foreach (var batch in _setup.Batches.Training(_epoch++, CancellationToken.None))
        {
            batch.Dispose();
        }
    }

    public (double Ours, double? Peer) Take(Clock clock)
    {
        using var batches = _setup.Batches.Training(_epoch++, CancellationToken.None).GetEnumerator();
        batches.MoveNext();
        using var kept = batches.Current;
        var real = clock.Time(() =>
            Run(() => batches.MoveNext() ? batches.Current : throw new InvalidOperationException("The epoch is too short.")));
        var still = clock.Time(() => Run(() => null));
        return (real / Steps, still / Steps);

        void Run(Func<WindowBatch?> next)
        {
            for (var step = 0; step < Steps; step++)
            {
                using var batch = next();
                _trainer.Step(batch ?? kept);
            }
        }
    }

    public void Dispose()
    {
        _trainer.Dispose();
        _setup.Dispose();
        _catalog.Dispose();
    }
}
