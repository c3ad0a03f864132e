using Mpuc.Host.Data;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

/// <summary>
/// Modalities without plugins or files: each shows the recordings' common hidden vector through a matrix of its own, with noise.
/// </summary>
internal sealed class FakeModalities(int recordings = 24, int views = 2, int batchSize = 8, params string[] names)
{
    private const int Hidden = 4;
    private const int Size = 6;

    private readonly string[] _names = names.Length == 0 ? ["audio", "text"] : names;

    public Dictionary<string, LinearBackbone> Backbones { get; } = [];

    public double Dropout { get; init; } = 0.1;

    /// <summary>Which recordings lack a modality; none does by default.</summary>
    public Func<string, int, bool> Lacks { get; init; } = (_, _) => false;

    public Dictionary<string, BackboneContext> Contexts => _names.ToDictionary(name => name, _ => new BackboneContext([Size], 1));

    public IReadOnlyList<Modality> Modalities => [.. _names.Select(name => Modality(name))];

    public int BatchesPerEpoch => recordings / batchSize;

    public Modality Modality(string name, string version = "1.2.3", string backbone = "linear")
    {
        var settings = new ModalitySettings
        {
            Name = name,
            Kind = "vectors",
            Source = name,
            Normalization = Normalization.None,
            Options = new OptionValues(OptionSchema.Empty),
            Backbone = backbone, BackboneOptions = new OptionValues(OptionSchema.Empty),
        };
        var plugin = new PluginIdentity("test.vectors", version, "00");
        return new Modality(settings, new NoEncoder(), plugin, plugin, context => Backbones[name] = new LinearBackbone(context, Dropout));
    }

    public MultimodalEncoder CreateModel(int seed = 1) => new(Modalities, Contexts, new ProjectionOptions { Hidden = 16, Size = 8 }, seed);

    /// <summary>A pass over the recordings in an order that depends on the epoch alone.</summary>
    public IEnumerable<WindowBatch> Epoch(int epoch, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, recordings).ToArray();
        new Random(epoch).Shuffle(order);
        foreach (var ids in order.Chunk(batchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Batch(ids, epoch);
        }
    }

    public WindowBatch Batch(int[] ids, int epoch = 0) => new()
    {
        RecordingIds = [.. ids.Select(id => $"r{id}")],
        Views = views,
        Modalities = _names.ToDictionary(name => name, name => Windows(name, ids, epoch)),
    };

    private ModalityBatch Windows(string name, int[] ids, int epoch)
    {
        var rows = Enumerable.Range(0, views * ids.Length).Where(row => !Lacks(name, ids[row % ids.Length])).ToArray();
        var values = rows.SelectMany(row => Row(name, ids[row % ids.Length], (epoch * views) + (row / ids.Length))).ToArray();
        return new ModalityBatch(
            tensor(values, [rows.Length, 1, Size]), ones(rows.Length, ScalarType.Int64), [.. rows.Select(row => (long)row)]);
    }

    private static float[] Row(string name, int id, int view)
    {
        var (hidden, mixing, noise) = (new Random(1000 + id), new Random(name.Length), new Random(HashCode(name, id, view)));
        var latent = Enumerable.Range(0, Hidden).Select(_ => hidden.NextDouble() - 0.5).ToArray();
        var signal = Enumerable.Range(0, Size).Select(_ => latent.Sum(value => 10 * value * (mixing.NextDouble() - 0.5)));
        return [.. signal.Select(value => (float)(value + (0.1 * noise.NextDouble())))];
    }

    private static int HashCode(string name, int id, int view) => (((name.Length * 7919) + id) * 7919) + view;

    /// <summary>The trainer never asks an encoder.</summary>
    private sealed class NoEncoder : IModalityEncoder
    {
        public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public int WindowFrames(double seconds) => 1;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => throw new NotSupportedException();
    }
}
