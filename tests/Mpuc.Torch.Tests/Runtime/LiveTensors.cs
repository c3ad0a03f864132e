using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Counts native tensors, after everything that earlier code left to the garbage collector is gone.</summary>
internal static class LiveTensors
{
    public static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    /// <summary>How many native tensors live more after the action than before, without help from the collector.</summary>
    public static long LeftBy(Action action)
    {
        var before = Settled();
        action();
        return Tensor.TotalCount - before;
    }
}
