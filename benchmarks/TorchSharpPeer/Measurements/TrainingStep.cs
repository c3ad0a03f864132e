using TorchSharp;
using TorchSharp.Modules;
using TorchSharpPeer.Models;
using static TorchSharp.torch;

namespace TorchSharpPeer.Measurements;

/// <summary>One step on a fixed batch with two views: a forward pass per view, the released code's loss over all pairs, SGD.</summary>
internal sealed class TrainingStep : ITraining
{
    private const int Views = 2;

    private readonly List<(nn.Module<Tensor, Tensor> Encoder, nn.Module<Tensor, Tensor> Head)> _branches = [];
    private readonly Tensor[][] _views;
    private readonly SGD _optimizer;

    /// <param name="encoders">An encoder per modality, and the shape of its windows.</param>
    /// <param name="recordings">Recordings in the batch.</param>
    /// <param name="rate">The learning rate.</param>
    public TrainingStep(IReadOnlyList<(nn.Module<Tensor, Tensor> Encoder, long[] Shape)> encoders, int recordings, double rate)
    {
        foreach (var (encoder, _) in encoders)
        {
            var head = new ProjectionHead();
            encoder.train();
            _branches.Add((encoder, head));
        }

        _views = [.. Enumerable.Range(0, Views).Select(_ => encoders.Select(encoder => randn([recordings, .. encoder.Shape])).ToArray())];
        var parameters = _branches.SelectMany(branch => branch.Encoder.parameters().Concat(branch.Head.parameters()));
        _optimizer = optim.SGD(parameters, rate, momentum: 0.9, weight_decay: 0.001);
    }

    public double Take(Clock clock) => clock.Time(() => Step());

    public float Step()
    {
        using var scope = NewDisposeScope();
        var first = Embed(_views[0]);
        var second = Embed(_views[1]);
        var embeddings = first.Zip(second, (one, other) => cat([one, other], 0)).ToArray();
        var loss = ContrastiveLoss.OverPairs(embeddings, ContrastiveLoss.TwoViews);
        _optimizer.zero_grad();
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        foreach (var (encoder, head) in _branches)
        {
            encoder.Dispose();
            head.Dispose();
        }

        Array.ForEach(_views, view => Array.ForEach(view, windows => windows.Dispose()));
    }

    private Tensor[] Embed(Tensor[] view) => [.. _branches.Zip(view, (branch, windows) => branch.Head.call(branch.Encoder.call(windows)))];
}
