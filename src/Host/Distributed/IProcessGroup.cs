using static TorchSharp.torch;

namespace Mpuc.Host.Distributed;

/// <summary>
/// The processes that train together, seen from one of them. All call the same members in the same order with tensors of the same shape, and every call
/// returns when all have made it.
/// </summary>
public interface IProcessGroup
{
    /// <summary>This process's number, from 0. Process 0 leads: it alone writes.</summary>
    int Rank { get; }

    /// <summary>The number of processes, 1 for this one alone.</summary>
    int Size { get; }

    /// <summary>This process's number among those of its machine, from 0.</summary>
    int LocalRank { get; }

    /// <summary>Cancelled where somebody asks the whole group to stop, besides this process's own signals.</summary>
    CancellationToken Cancelled { get; }

    /// <summary>Replaces values by their sum over all processes, the same bits in each.</summary>
    /// <param name="values">Any shape, contiguous.</param>
    /// <exception cref="MpucException">Another process ended; the message says which and why.</exception>
    void Sum(Tensor values);

    /// <summary>Replaces values by those of process 0.</summary>
    /// <param name="values">Any shape, contiguous.</param>
    /// <exception cref="MpucException">Another process ended; the message says which and why.</exception>
    void Broadcast(Tensor values);

    /// <summary>
    /// Stacks the values of all processes. Of the gradient of what is returned, a process's values take their own slice: what follows from them in other processes is
    /// not in it, and nothing is sent back.
    /// </summary>
    /// <param name="values">Any shape.</param>
    /// <returns>One slice per process in a first dimension more.</returns>
    /// <exception cref="MpucException">Another process ended; the message says which and why.</exception>
    Tensor Gather(Tensor values);

    /// <summary>Prepares the sums of gradients over all processes.</summary>
    /// <param name="parameters">The parameters, the same in every process.</param>
    /// <returns>The sums; the caller disposes them.</returns>
    IGradientSum SumGradients(IReadOnlyList<Tensor> parameters);
}
