using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>The operators of native/, called through libtorch's dispatcher, which records their gradients.</summary>
internal static class NativeOperators
{
    private static readonly Operator TcnBlockOperator = new("mpuc::tcn_block");

    private static readonly Operator ContrastOperator = new("mpuc::contrast");

    private static readonly Operator GatedConvolutionOperator = new("mpuc::gated_convolution");

    private static readonly Operator AttentionOperator = new("mpuc::attention");

    private static readonly Operator DropoutAddOperator = new("mpuc::dropout_add");

    private static readonly Operator DropoutReluOperator = new("mpuc::dropout_relu");

    /// <summary>Whether this build has them.</summary>
    public static bool IsAvailable => true;

    /// <summary>Calls <c>mpuc::tcn_block</c>.</summary>
    public static Tensor TcnBlock(Tensor values, Tensor? lengths, Tensor[] weights, long dilation, double dropout, long seed) =>
        TcnBlockOperator.Call(values, lengths, weights, dilation, dropout, seed);

    /// <summary>Calls <c>mpuc::gated_convolution</c>.</summary>
    public static Tensor GatedConvolution(Tensor values, Tensor[] weights) => GatedConvolutionOperator.Call(values, weights);

    /// <summary>Calls <c>mpuc::contrast</c>.</summary>
    public static Tensor Contrast(Tensor unit, Tensor positives, Tensor denominator, long modalities, double temperature, bool includeSame) =>
        ContrastOperator.Call(unit, positives, denominator, modalities, temperature, includeSame);

    /// <summary>Calls <c>mpuc::attention</c>.</summary>
    public static Tensor Attention(Tensor projected, Tensor lengths, long heads, double dropout, long seed) =>
        AttentionOperator.Call(projected, lengths, heads, dropout, seed);

    /// <summary>Calls <c>mpuc::dropout_add</c>.</summary>
    public static Tensor DropoutAdd(Tensor values, Tensor residual, double dropout, long seed) => DropoutAddOperator.Call(values, residual, dropout, seed);

    /// <summary>Calls <c>mpuc::dropout_relu</c>.</summary>
    public static Tensor DropoutRelu(Tensor values, double dropout, long seed) => DropoutReluOperator.Call(values, dropout, seed);

    /// <summary>Switches automatic mixed precision on.</summary>
    public static IDisposable Autocast(DeviceType device, ScalarType type) => new Autocast(device, type);
}
