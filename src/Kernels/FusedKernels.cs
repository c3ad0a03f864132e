namespace Mpuc.Kernels;

/// <summary>
/// Whether layers run as fused operators. Every one of them has a plain counterpart of tensor operators, which computes the same to rounding and is what
/// remains on a GPU, in other types than float32, with the TorchSharp package, and where the environment variable <c>MPUC_KERNELS</c> is <c>plain</c>.
/// </summary>
public static class FusedKernels
{
    /// <summary>The environment variable: <c>plain</c> for none, <c>baseline</c>, <c>avx2</c> or <c>avx512</c> for those of a lesser processor.</summary>
    public const string Variable = "MPUC_KERNELS";

    /// <summary>Whether this build has them at all: it has not where TorchSharp's package takes the place of our own binding.</summary>
    public static bool IsAvailable => NativeOperators.IsAvailable;

    /// <summary>Whether they are used, which is the default where they exist. Setting it serves comparisons.</summary>
    public static bool Enabled { get; set => field = value && IsAvailable; } = IsAvailable && Environment.GetEnvironmentVariable(Variable) != "plain";
}
