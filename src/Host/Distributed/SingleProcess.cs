using static TorchSharp.torch;

namespace Mpuc.Host.Distributed;

/// <summary>One process alone: every sum is what it was.</summary>
public sealed class SingleProcess : IProcessGroup, IGradientSum
{
    private SingleProcess()
    {
    }

    /// <summary>The only one.</summary>
    public static SingleProcess Instance { get; } = new();

    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Size => 1;

    /// <inheritdoc/>
    public int LocalRank => 0;

    /// <inheritdoc/>
    public CancellationToken Cancelled => CancellationToken.None;

    /// <inheritdoc/>
    public void Sum(Tensor values)
    {
    }

    /// <inheritdoc/>
    public void Broadcast(Tensor values)
    {
    }

    /// <inheritdoc/>
    public Tensor Gather(Tensor values) => values.unsqueeze(0);

    /// <inheritdoc/>
    public IGradientSum SumGradients(IReadOnlyList<Tensor> parameters) => this;

    /// <inheritdoc/>
    public void Begin(bool signal)
    {
    }

    /// <inheritdoc/>
    public bool Finish() => false;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
