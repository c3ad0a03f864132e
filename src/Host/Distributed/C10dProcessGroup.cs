using System.Runtime.InteropServices;
using Mpuc.Kernels;
using static TorchSharp.torch;

namespace Mpuc.Host.Distributed;

/// <summary>Several processes through c10d. What another process's end does to a call becomes the reason of that end.</summary>
/// <param name="group">The processes.</param>
/// <param name="watch">Knows who ended, and why.</param>
/// <param name="localRank">This process's number on its machine.</param>
internal sealed class C10dProcessGroup(CollectiveGroup group, FailureWatch watch, int localRank) : IProcessGroup
{
    /// <inheritdoc/>
    public int Rank => group.Rank;

    /// <inheritdoc/>
    public int Size => group.Size;

    /// <inheritdoc/>
    public int LocalRank => localRank;

    /// <inheritdoc/>
    public CancellationToken Cancelled => watch.Cancelled;

    /// <inheritdoc/>
    public void Sum(Tensor values) => Together(() => group.Sum(values));

    /// <inheritdoc/>
    public void Broadcast(Tensor values) => Together(() => group.Broadcast(values));

    /// <inheritdoc/>
    public Tensor Gather(Tensor values)
    {
        Tensor? gathered = null;
        Together(() => gathered = group.Gather(values));
        return gathered!;
    }

    /// <inheritdoc/>
    public IGradientSum SumGradients(IReadOnlyList<Tensor> parameters) => new GradientSum(this, new GradientBuckets(group, parameters));

    private void Together(Action call)
    {
        try
        {
            call();
        }
        catch (ExternalException exception)
        {
            throw watch.Explain(exception);
        }
    }

    /// <summary>The sums, with the same explanation of failures.</summary>
    private sealed class GradientSum(C10dProcessGroup group, GradientBuckets buckets) : IGradientSum
    {
        public void Begin(bool signal) => buckets.Begin(signal);

        public bool Finish()
        {
            var signalled = false;
            group.Together(() => signalled = buckets.Finish());
            return signalled;
        }

        public void Dispose() => buckets.Dispose();
    }
}
