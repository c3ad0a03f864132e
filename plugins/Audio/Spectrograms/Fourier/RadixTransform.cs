using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mpuc.Plugins.Audio.Spectrograms.Fourier;

/// <summary>
/// The transform for powers of two (Cooley and Tukey 1965), decimated in time and in place: two stages of radix 2 at a time, so that memory
/// is passed over half as often, after one stage alone where their number is odd.
/// </summary>
internal sealed class RadixTransform : FourierTransform
{
    private readonly int[] _reversed;
    private readonly double[] _cosines;
    private readonly double[] _sines;

    /// <summary>Computes the tables.</summary>
    public RadixTransform(int size)
    {
        var bits = BitOperations.Log2((uint)size);
        _reversed = new int[size];
        for (var n = 1; n < size; n++)
        {
            _reversed[n] = (_reversed[n >> 1] >> 1) | ((n & 1) << (bits - 1));
        }

        _cosines = [.. Enumerable.Range(0, size / 2).Select(n => Math.Cos(2 * Math.PI * n / size))];
        _sines = [.. Enumerable.Range(0, size / 2).Select(n => -Math.Sin(2 * Math.PI * n / size))];
    }

    /// <inheritdoc/>
    public override void Forward(Span<Vector256<double>> real, Span<Vector256<double>> imaginary)
    {
        var size = _reversed.Length;
        for (var n = 0; n < size; n++)
        {
            var other = _reversed[n];
            if (n < other)
            {
                (real[n], real[other]) = (real[other], real[n]);
                (imaginary[n], imaginary[other]) = (imaginary[other], imaginary[n]);
            }
        }

        var length = 1;
        if (BitOperations.Log2((uint)size) % 2 == 1)
        {
            CombinePairs(real[..size], imaginary[..size]);
            length = 2;
        }

        for (; length < size; length *= 4)
        {
            CombineFours(real[..size], imaginary[..size], length);
        }
    }

    private static void CombinePairs(Span<Vector256<double>> real, Span<Vector256<double>> imaginary)
    {
        for (var n = 0; n < real.Length; n += 2)
        {
            (real[n], real[n + 1]) = (real[n] + real[n + 1], real[n] - real[n + 1]);
            (imaginary[n], imaginary[n + 1]) = (imaginary[n] + imaginary[n + 1], imaginary[n] - imaginary[n + 1]);
        }
    }

    // Four transforms of a length become one of four times the length.
    private void CombineFours(Span<Vector256<double>> real, Span<Vector256<double>> imaginary, int length)
    {
        var stride = real.Length / (4 * length);
        for (var n = 0; n < length; n++)
        {
            var (inner, outer) = (2 * n * stride, n * stride);
            var (innerCosine, innerSine) = (Vector256.Create(_cosines[inner]), Vector256.Create(_sines[inner]));
            var (outerCosine, outerSine) = (Vector256.Create(_cosines[outer]), Vector256.Create(_sines[outer]));
            for (var first = n; first < real.Length; first += 4 * length)
            {
                var (second, third, fourth) = (first + length, first + (2 * length), first + (3 * length));
                var (real1, imaginary1) = Turn(real[second], imaginary[second], innerCosine, innerSine);
                var (real3, imaginary3) = Turn(real[fourth], imaginary[fourth], innerCosine, innerSine);
                var (evenReal, evenImaginary) = Turn(real[third] + real3, imaginary[third] + imaginary3, outerCosine, outerSine);
                var (oddReal, oddImaginary) = Turn(real[third] - real3, imaginary[third] - imaginary3, outerCosine, outerSine);
                var (sumReal, sumImaginary) = (real[first] + real1, imaginary[first] + imaginary1);
                var (differenceReal, differenceImaginary) = (real[first] - real1, imaginary[first] - imaginary1);

                // The odd half is a quarter turn further on.
                (real[first], imaginary[first]) = (sumReal + evenReal, sumImaginary + evenImaginary);
                (real[second], imaginary[second]) = (differenceReal + oddImaginary, differenceImaginary - oddReal);
                (real[third], imaginary[third]) = (sumReal - evenReal, sumImaginary - evenImaginary);
                (real[fourth], imaginary[fourth]) = (differenceReal - oddImaginary, differenceImaginary + oddReal);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Real, Vector256<double> Imaginary) Turn(
        Vector256<double> real, Vector256<double> imaginary, Vector256<double> cosine, Vector256<double> sine) =>
        ((real * cosine) - (imaginary * sine), (real * sine) + (imaginary * cosine));
}
