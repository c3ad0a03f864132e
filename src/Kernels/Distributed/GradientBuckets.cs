using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// Sums gradients over the processes of a group while the backward pass still computes others: they are packed into buckets from the last parameter to the
/// first, and a bucket that is full is on its way at once.
/// </summary>
public sealed class GradientBuckets : IDisposable
{
    /// <summary>A bucket's size that hides the latency of a network and leaves something to overlap: 4 MiB.</summary>
    public const long DefaultBucketBytes = 4L << 20;

    private IntPtr _handle;

    /// <summary>Divides parameters into buckets. All processes do it at the same time.</summary>
    /// <param name="group">The group; must outlive this object.</param>
    /// <param name="parameters">Leaf tensors that require gradients, the same in every process.</param>
    /// <param name="bucketBytes">A bucket's size, unless a single gradient is larger.</param>
    public GradientBuckets(CollectiveGroup group, IReadOnlyList<Tensor> parameters, long bucketBytes = DefaultBucketBytes)
    {
        ArgumentNullException.ThrowIfNull(group);
        _handle = NativeProcesses.NewBuckets(group.Handle, parameters, bucketBytes);
    }

    /// <summary>Announces the backward pass after which the gradients are whole.</summary>
    /// <param name="signal">Something that all processes learn in <see cref="Finish"/>, which spares them a call of its own.</param>
    public void Begin(bool signal = false) => NativeProcesses.Begin(_handle, signal);

    /// <summary>
    /// Waits until every gradient is its sum over all processes. A process without a gradient counts as zero; where none has one, it stays missing.
    /// </summary>
    /// <returns>Whether any process gave the signal.</returns>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">Another process is gone.</exception>
    public bool Finish() => NativeProcesses.Finish(_handle);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != IntPtr.Zero)
        {
            NativeProcesses.DeleteBuckets(_handle);
            _handle = IntPtr.Zero;
        }
    }
}
