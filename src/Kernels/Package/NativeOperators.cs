using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>No operators: TorchSharp's package brings a libtorch of its own, without the shim.</summary>
internal static class NativeOperators
{
    /// <summary>Whether this build has them.</summary>
    public static bool IsAvailable => false;

    /// <summary>Never called, because nothing supports an operator that does not exist.</summary>
    public static Tensor TcnBlock(Tensor values, Tensor? lengths, Tensor[] weights, long dilation, double dropout, long seed) => throw Absent();

    /// <inheritdoc cref="TcnBlock"/>
    public static Tensor GatedConvolution(Tensor values, Tensor[] weights) => throw Absent();

    /// <inheritdoc cref="TcnBlock"/>
    public static Tensor Contrast(Tensor unit, Tensor positives, Tensor denominator, long modalities, double temperature, bool includeSame) => throw Absent();

    /// <inheritdoc cref="TcnBlock"/>
    public static Tensor Attention(Tensor projected, Tensor lengths, long heads, double dropout, long seed) => throw Absent();

    /// <inheritdoc cref="TcnBlock"/>
    public static Tensor DropoutAdd(Tensor values, Tensor residual, double dropout, long seed) => throw Absent();

    /// <inheritdoc cref="TcnBlock"/>
    public static Tensor DropoutRelu(Tensor values, double dropout, long seed) => throw Absent();

    /// <inheritdoc cref="TcnBlock"/>
    public static IDisposable Autocast(DeviceType device, ScalarType type) => throw Absent();

    private static NotSupportedException Absent() => new("With the TorchSharp package there are no fused operators.");
}
