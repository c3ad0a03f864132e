using System.Runtime.Intrinsics;
using Mpuc.Plugins.Audio.Spectrograms.Fourier;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>
/// The log-mel spectrogram as librosa defines it (McFee et al. 2015): short-time Fourier transform under a Hann window, magnitude to a
/// power, mel filter bank, dB below the recording's maximum. Computed in float64, because a band 80 dB down is lost in the rounding of a
/// float32 transform. Safe for use by several threads at once.
/// </summary>
internal sealed class LogMelSpectrogram
{
    // A frame in the real and one in the imaginary part of each lane are transformed together.
    private const int Lanes = 4;

    private readonly LogMelOptions _options;
    private readonly double[] _window;
    private readonly MelBand[] _bands;
    private readonly FourierTransform _transform;

    /// <summary>Computes the window, the filter bank and the transform's tables.</summary>
    public LogMelSpectrogram(LogMelOptions options)
    {
        _options = options;
        _window = HannWindow.Create(options.WindowSize, options.FftSize);
        _bands = MelBand.Of(MelFilterBank.Create(options));
        _transform = FourierTransform.Create(options.FftSize);
    }

    /// <summary>Frames per second of the result: the sample rate over the whole hop, over the frame step.</summary>
    public double FrameRate => (double)_options.SampleRate / _options.Hop / _options.FrameStep;

    /// <summary>How many bands fall between two bins of the spectrum and so are always at the floor.</summary>
    public int EmptyBands => _bands.Count(band => band.Weights.Length == 0);

    /// <summary>Computes the spectrogram of one recording.</summary>
    /// <param name="samples">Mono samples, at least one.</param>
    /// <returns>Frames, <c>[T, bands]</c>, float32, dB, cut off at topDb below the recording's maximum: from -topDb to 0 with 0 everywhere
    /// for silence, or
    /// relative to a power of 1. The caller owns it.</returns>
    /// <exception cref="MpucException">The recording is too short to be mirrored.</exception>
    public Tensor Compute(float[] samples, string path, CancellationToken cancellationToken = default)
    {
        var padded = new PaddedSamples(samples, _options, path);
        var frames = 1 + ((padded.Length - _options.FftSize) / _options.Hop);
        var levels = new double[checked(frames * _bands.Length)];
        var (real, imaginary) = (new Vector256<double>[_options.FftSize], new Vector256<double>[_options.FftSize]);
        var part = new float[((Lanes - 1) * _options.Hop) + _options.FftSize];
        for (var first = 0; first < frames; first += 2 * Lanes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LoadFrames(padded, first, frames, part, real);
            LoadFrames(padded, first + Lanes, frames, part, imaginary);
            _transform.Forward(real, imaginary);
            ToSpectra(real, imaginary);
            StoreLevels(real, first, levels);
            StoreLevels(imaginary, first + Lanes, levels);
        }

        return Limit(levels, frames);
    }

    // Beyond the last frame, lanes repeat it.
    private void LoadFrames(in PaddedSamples samples, int first, int frames, float[] part, Vector256<double>[] lanes)
    {
        var start = Math.Min(first, frames - 1) * _options.Hop;
        int Offset(int lane) => (Math.Min(first + lane, frames - 1) * _options.Hop) - start;
        var (frame0, frame1, frame2, frame3) = (Offset(0), Offset(1), Offset(2), Offset(3));
        samples.CopyTo(start, part.AsSpan(0, frame3 + lanes.Length));
        for (var n = 0; n < lanes.Length; n++)
        {
            lanes[n] = Vector256.Create((double)part[frame0 + n], part[frame1 + n], part[frame2 + n], part[frame3 + n]) * _window[n];
        }
    }

    // What two real signals have in common in the transform of the one plus i times the other: the even part of X is the first's, the odd
    // part the second's.
    private void ToSpectra(Vector256<double>[] real, Vector256<double>[] imaginary)
    {
        var size = real.Length;
        for (var bin = 0; bin <= size / 2; bin++)
        {
            var mirrored = bin == 0 ? 0 : size - bin;
            var (evenReal, evenImaginary) = (real[bin] + real[mirrored], imaginary[bin] - imaginary[mirrored]);
            var (oddReal, oddImaginary) = (real[bin] - real[mirrored], imaginary[bin] + imaginary[mirrored]);
            var first = ((evenReal * evenReal) + (evenImaginary * evenImaginary)) * 0.25;
            var second = ((oddReal * oddReal) + (oddImaginary * oddImaginary)) * 0.25;
            (real[bin], imaginary[bin]) = _options.Power == 1 ? (Vector256.Sqrt(first), Vector256.Sqrt(second)) : (first, second);
        }
    }

    // Decibels relative to a power of 1. An amplitude is squared first: a level in dB is that of the power either way.
    private void StoreLevels(Vector256<double>[] spectra, int first, double[] levels)
    {
        var (bands, lanes) = (_bands.Length, Math.Min(Lanes, (levels.Length / _bands.Length) - first));
        for (var band = 0; band < bands; band++)
        {
            var (bin, sum) = (_bands[band].FirstBin, Vector256<double>.Zero);
            foreach (var weight in _bands[band].Weights)
            {
                sum += spectra[bin++] * weight;
            }

            var power = _options.Power == 1 ? sum * sum : sum;
            var level = Vector256.Log(Vector256.Max(power, Vector256.Create(_options.Amin))) * (10 / Math.Log(10));
            for (var lane = 0; lane < lanes; lane++)
            {
                levels[((first + lane) * bands) + band] = level[lane];
            }
        }
    }

    private Tensor Limit(double[] levels, int frames)
    {
        var maximum = levels.Max();
        var (reference, floor) = _options.IsRelative ? (maximum, -_options.TopDb) : (0, maximum - _options.TopDb);
        var (bands, kept) = (_bands.Length, ((frames - 1) / _options.FrameStep) + 1);
        var values = GC.AllocateUninitializedArray<float>(kept * bands);
        for (var frame = 0; frame < kept; frame++)
        {
            var from = levels.AsSpan(frame * _options.FrameStep * bands, bands);
            var to = values.AsSpan(frame * bands, bands);
            for (var band = 0; band < bands; band++)
            {
                to[band] = (float)Math.Max(from[band] - reference, floor);
            }
        }

        return tensor(values, kept, bands);
    }
}

/// <summary>One band's filter without the zeros around its triangle.</summary>
internal sealed record MelBand(int FirstBin, double[] Weights)
{
    /// <summary>Cuts the zeros off every column of a filter bank.</summary>
    /// <param name="filters">Weights, <c>[bins, bands]</c>.</param>
    public static MelBand[] Of(double[,] filters) => [.. Enumerable.Range(0, filters.GetLength(1)).Select(band => Of(filters, band))];

    private static MelBand Of(double[,] filters, int band)
    {
        double[] weights = [.. Enumerable.Range(0, filters.GetLength(0)).Select(bin => filters[bin, band])];
        var first = Array.FindIndex(weights, weight => weight > 0);
        return first < 0
            ? new MelBand(0, [])
            : new MelBand(first, weights[first..(Array.FindLastIndex(weights, weight => weight > 0) + 1)]);
    }
}
