using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mpuc.Plugins.Audio.Spectrograms.Fourier;

/// <summary>
/// The discrete Fourier transform of four complex signals side by side, one in each lane of a vector, in float64. Holds tables only: safe
/// for use by several threads at once.
/// </summary>
internal abstract class FourierTransform
{
    /// <summary>Makes the transform for a length.</summary>
    /// <param name="size">Samples per signal, at least 1.</param>
    /// <returns>Radix 4 and 2 for a power of two, the chirp transform for any other length.</returns>
    public static FourierTransform Create(int size) => BitOperations.IsPow2(size) ? new RadixTransform(size) : new ChirpTransform(size);

    /// <summary>Replaces signals by their transforms, <c>X[k] = sum over n of x[n] exp(-2 pi i k n / size)</c>.</summary>
    /// <param name="real">Real parts, <c>[size]</c>.</param>
    /// <param name="imaginary">Imaginary parts, <c>[size]</c>.</param>
    public abstract void Forward(Span<Vector256<double>> real, Span<Vector256<double>> imaginary);
}
