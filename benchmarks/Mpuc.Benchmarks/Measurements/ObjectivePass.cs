using Mpuc.Host.Objectives;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>The paper's loss (Eq. 1 and 2) of four modalities, 256 recordings and 512 features, forward and backward.</summary>
internal sealed class ObjectivePass : IMeasurement
{
    private const int Recordings = 256;
    private const int PassesPerMeasurement = 5;

    private readonly PairwiseContrastiveLoss _loss = new(new ObjectiveOptions());
    private readonly Tensor[] _embeddings = [.. Enumerable.Range(0, 4).Select(_ => randn([Recordings, 512], requires_grad: true))];
    private readonly long[] _rows = [.. Enumerable.Range(0, Recordings).Select(row => (long)row)];

    public (double Ours, double? Peer) Take(Clock clock) => (clock.Time(Passes) / PassesPerMeasurement, null);

    public void Dispose() => Array.ForEach(_embeddings, embedding => embedding.Dispose());

    private void Passes()
    {
        for (var pass = 0; pass < PassesPerMeasurement; pass++)
        {
            using var scope = NewDisposeScope();
            var modalities = _embeddings.Index().Select(pair => new ModalityEmbeddings($"{pair.Index}", pair.Item, _rows)).ToArray();
            _loss.Compute(modalities, Recordings, views: 1).Total.backward();
        }
    }
}
