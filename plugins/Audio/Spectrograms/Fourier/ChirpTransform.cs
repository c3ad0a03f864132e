using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mpuc.Plugins.Audio.Spectrograms.Fourier;

/// <summary>
/// The transform for any length (Bluestein 1970): with <c>2 k n = k^2 + n^2 - (k - n)^2</c> it is a convolution with a chirp, which
/// transforms of a power of two compute.
/// </summary>
internal sealed class ChirpTransform : FourierTransform
{
    private readonly RadixTransform _radix;
    private readonly Complex[] _chirp;
    private readonly Complex[] _filter;

    /// <summary>Computes the tables.</summary>
    /// <param name="size">Any length from 1.</param>
    public ChirpTransform(int size)
    {
        // n^2 modulo one turn, so that the angle stays exact for long signals.
        _chirp = [.. Enumerable.Range(0, size).Select(n => Complex.FromPolarCoordinates(1, -Math.PI * ((long)n * n % (2L * size)) / size))];
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * size) - 1));
        _radix = new RadixTransform(length);

        var (real, imaginary) = (new Vector256<double>[length], new Vector256<double>[length]);
        for (var n = 0; n < size; n++)
        {
            var mirrored = (length - n) & (length - 1);
            real[n] = real[mirrored] = Vector256.Create(_chirp[n].Real);
            imaginary[n] = imaginary[mirrored] = Vector256.Create(-_chirp[n].Imaginary);
        }

        _radix.Forward(real, imaginary);
        _filter = [.. Enumerable.Range(0, length).Select(n => new Complex(real[n][0] / length, imaginary[n][0] / length))];
    }

    /// <inheritdoc/>
    public override void Forward(Span<Vector256<double>> real, Span<Vector256<double>> imaginary)
    {
        var (convolvedReal, convolvedImaginary) = (new Vector256<double>[_filter.Length], new Vector256<double>[_filter.Length]);
        for (var n = 0; n < _chirp.Length; n++)
        {
            (convolvedReal[n], convolvedImaginary[n]) = Multiply(real[n], imaginary[n], _chirp[n]);
        }

        _radix.Forward(convolvedReal, convolvedImaginary);
        for (var n = 0; n < _filter.Length; n++)
        {
            (convolvedReal[n], convolvedImaginary[n]) = Multiply(convolvedReal[n], convolvedImaginary[n], _filter[n]);
        }

        // With real and imaginary parts exchanged, on the way in and out, the transform is its inverse.
        _radix.Forward(convolvedImaginary, convolvedReal);
        for (var n = 0; n < _chirp.Length; n++)
        {
            (real[n], imaginary[n]) = Multiply(convolvedReal[n], convolvedImaginary[n], _chirp[n]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Real, Vector256<double> Imaginary) Multiply(
        Vector256<double> real, Vector256<double> imaginary, Complex factor) =>
        ((real * factor.Real) - (imaginary * factor.Imaginary), (real * factor.Imaginary) + (imaginary * factor.Real));
}
