namespace Mpuc.Kernels;

/// <summary>
/// Whether layers run as fused kernels. Every one of them has a plain counterpart of tensor operators, which computes the same to rounding
/// and is what remains on a GPU, in other types than float32, and where the environment variable <c>MPUC_KERNELS</c> is <c>plain</c>.
/// </summary>
public static class FusedKernels
{
    /// <summary>
    /// The environment variable: <c>plain</c> for none, <c>baseline</c>, <c>avx2</c> or <c>avx512</c> for those of a lesser processor.
    /// </summary>
    public const string Variable = "MPUC_KERNELS";

    private static readonly string? Wanted = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Whether they are used; by default unless the environment variable is <c>plain</c>. Setting it serves comparisons.</summary>
    public static bool Enabled { get; set; } = Wanted != "plain";

    /// <summary>Those of this processor, or what the environment variable asks for.</summary>
    internal static InstructionSet Instructions { get; set; } = InstructionSet.Choose(Wanted);
}
