using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharpPeer.Measurements;

/// <summary>The paper's loss (Eq. 1 and 2) of four modalities, 256 recordings and 512 features, forward and backward.</summary>
internal sealed class ObjectivePass : ITraining
{
    private const int PassesPerMeasurement = 5;

    // Gradients of 256 means are small: a large rate shows in a few steps that the loss falls.
    private const float Rate = 100;

    private readonly Tensor[] _embeddings = [.. Enumerable.Range(0, 4).Select(_ => randn([256, 512], requires_grad: true))];

    public double Take(Clock clock) => clock.Time(() =>
    {
        for (var pass = 0; pass < PassesPerMeasurement; pass++)
        {
            Pass();
        }
    }) / PassesPerMeasurement;

    public float Step()
    {
        var loss = Pass();
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var embedding in _embeddings)
        {
            embedding.sub_(embedding.grad! * Rate);
        }

        return loss;
    }

    public void Dispose() => Array.ForEach(_embeddings, embedding => embedding.Dispose());

    private float Pass()
    {
        using var scope = NewDisposeScope();
        foreach (var embedding in _embeddings)
        {
            embedding.grad?.zero_();
        }

        var loss = ContrastiveLoss.OverPairs(_embeddings, ContrastiveLoss.Paper);
        loss.backward();
        return loss.item<float>();
    }
}
