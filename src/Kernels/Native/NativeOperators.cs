using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>The operators of native/, called through libtorch's dispatcher, which records their gradients.</summary>
internal static class NativeOperators
{
    private static readonly Operator TcnBlockOperator = new("mpuc::tcn_block");

    /// <summary>Whether this build has them.</summary>
    public static bool IsAvailable => true;

    /// <summary>Calls <c>mpuc::tcn_block</c>.</summary>
    public static Tensor TcnBlock(Tensor values, Tensor? lengths, Tensor[] weights, long dilation, double dropout, long seed) =>
        TcnBlockOperator.Call(values, lengths, weights, dilation, dropout, seed);
}
