using static TorchSharp.torch;

namespace Mpuc.Tests;

/// <summary>Counts native tensors, after everything that earlier code left to the garbage collector is gone.</summary>
internal static class LiveTensors
{
    public static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Tensor.TotalCount;
    }

    /// <summary>How many native tensors live more after the action than before, without help from the collector.</summary>
    /// <param name="action">The action.</param>
    /// <param name="parameters">
    /// Parameters of layers that it makes and disposes: TorchSharp counts the tensor that a parameter was made of until its empty shell is
    /// collected.
    /// </param>
    public static long LeftBy(Action action, int parameters = 0)
    {
        var before = Settled();
        action();
        return Math.Max(0, More(before) - parameters);
    }

    /// <summary>How many native tensors live more after the action than before, without help from the collector.</summary>
    public static async Task<long> LeftByAsync(Func<Task> action)
    {
        var before = Settled();
        await action();
        return More(before);
    }

    // The collector may still take something of an earlier test meanwhile; that is nothing that the action left.
    private static long More(long before) => Math.Max(0, Tensor.TotalCount - before);
}
