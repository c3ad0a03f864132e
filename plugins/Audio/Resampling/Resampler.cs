using System.Numerics;

namespace Mpuc.Plugins.Audio.Resampling;

/// <summary>
/// Changes the sample rate by a rational factor L/M with a band-limited interpolator (Smith, "Digital Audio Resampling Home Page"): output
/// sample n is the sum of the input around n M/L, weighted by a windowed sinc that passes what both rates can hold. The weights repeat
/// every L outputs (polyphase).
/// </summary>
internal sealed class Resampler
{
    // 8 MiB of weights. Rates that share no large factor (L in the thousands) have them interpolated from a table of the filter itself.
    private const long MaxTabulatedWeights = 1 << 20;

    // Of a sinc's slope, a straight line between two neighbours of that table is off by at most (0.95 pi / 4096)^2 / 24 = 2e-8 of the
    // greatest weight, 153 dB down; 2 MiB for any pair of rates.
    private const int StepsPerSample = 4096;

    private const int OutputsPerCheck = 1 << 16;

    private readonly WindowedSinc _kernel;
    private readonly long _up;
    private readonly long _down;
    private readonly double[][] _phases;
    private readonly double[] _filter;

    /// <summary>Designs the interpolator.</summary>
    /// <param name="from">Samples per second of the input, above 0.</param>
    /// <param name="to">Samples per second of the output, above 0.</param>
    public Resampler(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        var common = (int)BigInteger.GreatestCommonDivisor(from, to);
        (_up, _down) = (to / common, from / common);
        _kernel = new WindowedSinc(Math.Min(1, (double)to / from));
        _phases = _up * Taps <= MaxTabulatedWeights ? [.. Enumerable.Range(0, (int)_up).Select(Weights)] : [];
        _filter = _phases.Length > 0 ? [] : Filter();
    }

    private int Taps => 2 * _kernel.Reach;

    // In input samples; of a filter that is n times as wide, n times as long.
    private double Step => _kernel.Stretch / StepsPerSample;

    /// <summary>Resamples a recording, taken to be silent before and after.</summary>
    public float[] Resample(float[] samples, CancellationToken cancellationToken = default)
    {
        var output = new float[checked((int)(((samples.Length * _up) + _down - 1) / _down))];
        var interpolated = _phases.Length > 0 ? [] : new double[Taps];
        for (var n = 0; n < output.Length; n++)
        {
            if (n % OutputsPerCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var (centre, phase) = Math.DivRem(n * _down, _up);
            var weights = _phases.Length > 0 ? _phases[phase] : Interpolate((double)phase / _up, interpolated);

            // The first weight belongs to this input sample; the edges cut off those outside the recording.
            var first = (int)centre - _kernel.Reach + 1;
            var skip = Math.Max(0, -first);
            var end = Math.Min(Taps, samples.Length - first);
            output[n] = (float)Dot(samples.AsSpan(first + skip, end - skip), weights.AsSpan(skip, end - skip));
        }

        return output;
    }

    private double[] Weights(int phase)
    {
        var weights = new double[Taps];
        for (var tap = 0; tap < weights.Length; tap++)
        {
            weights[tap] = _kernel.At(tap - _kernel.Reach + 1 - ((double)phase / _up));
        }

        return weights;
    }

    // One side of the filter, which is even; the fewer steps, the narrower its band is beside the input's.
    private double[] Filter()
    {
        var filter = new double[(int)Math.Ceiling(_kernel.Reach / Step) + 2];
        for (var i = 0; i < filter.Length; i++)
        {
            filter[i] = _kernel.At(i * Step);
        }

        return filter;
    }

    private double[] Interpolate(double offset, double[] weights)
    {
        for (var tap = 0; tap < weights.Length; tap++)
        {
            var position = Math.Abs(tap - _kernel.Reach + 1 - offset) / Step;
            var place = (int)position;
            weights[tap] = _filter[place] + ((position - place) * (_filter[place + 1] - _filter[place]));
        }

        return weights;
    }

    private static double Dot(ReadOnlySpan<float> samples, ReadOnlySpan<double> weights)
    {
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= samples.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(samples[i..]), out var low, out var high);
            sum += low * new Vector<double>(weights[i..]);
            sum += high * new Vector<double>(weights[(i + Vector<double>.Count)..]);
        }

        var total = Vector.Sum(sum);
        for (; i < samples.Length; i++)
        {
            total += samples[i] * weights[i];
        }

        return total;
    }
}
