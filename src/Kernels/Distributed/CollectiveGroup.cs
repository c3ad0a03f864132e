using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// One process's place among several that compute together: c10d's process group over Gloo. Every process calls the same members in the same order, with
/// tensors of the same shape; each call returns when all have made it. A process that ends makes the others' calls fail.
/// </summary>
public sealed class CollectiveGroup : IDisposable
{
    private IntPtr _handle;

    /// <summary>Joins the group of all processes that use a store; returns when all have joined.</summary>
    /// <param name="store">The store.</param>
    /// <param name="rank">This process's number, from 0.</param>
    /// <param name="size">The number of processes.</param>
    /// <param name="address">This machine's address, as the others reach it; empty for what the machine's name resolves to.</param>
    /// <param name="networkInterface">The network interface to use, such as <c>eth0</c>, instead of an address; empty for none.</param>
    /// <param name="timeout">How long a call may take.</param>
    /// <param name="shareMemory">
    /// Whether processes of one machine may gather, and sum gradients, in memory that they share, instead of sending each other what they have.
    /// </param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">A process does not join in time.</exception>
    public CollectiveGroup(ProcessStore store, int rank, int size, string address, string networkInterface, TimeSpan timeout, bool shareMemory = true)
    {
        ArgumentNullException.ThrowIfNull(store);
        _handle = NativeProcesses.Join(store.Handle, rank, size, address, networkInterface, timeout, shareMemory);
        (Rank, Size) = (rank, size);
    }

    /// <summary>This process's number, from 0.</summary>
    public int Rank { get; }

    /// <summary>The number of processes.</summary>
    public int Size { get; }

    internal IntPtr Handle => _handle;

    /// <summary>
    /// Ends this process, whatever its threads wait for. A process whose group is broken cannot be sure to leave in order: that would wait for peers that are gone.
    /// </summary>
    /// <param name="exitCode">The exit code.</param>
    /// <param name="after">How long the process may take to end by itself, in whole seconds; zero ends it at once.</param>
    public static void EndProcess(int exitCode, TimeSpan after) => NativeProcesses.End(exitCode, (int)after.TotalSeconds);

    /// <summary>Replaces values by their sum over all processes, the same bits in each.</summary>
    /// <param name="values">Any shape, contiguous.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">Another process is gone.</exception>
    public void Sum(Tensor values) => NativeProcesses.Sum(_handle, values);

    /// <summary>Replaces values by those of rank 0.</summary>
    /// <param name="values">Any shape, contiguous.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">Another process is gone.</exception>
    public void Broadcast(Tensor values) => NativeProcesses.Broadcast(_handle, values);

    /// <summary>
    /// Stacks the values of all processes. Of the gradient of what is returned, a process's values take their own slice: what follows from them in other processes is
    /// not in it, and nothing is sent back.
    /// </summary>
    /// <param name="values">Any shape.</param>
    /// <returns>One slice per process in a first dimension more.</returns>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">Another process is gone.</exception>
    public Tensor Gather(Tensor values) => NativeProcesses.Gather(_handle, values);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != IntPtr.Zero)
        {
            NativeProcesses.Leave(_handle);
            _handle = IntPtr.Zero;
        }
    }
}
