using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>
/// The log-mel spectrogram as librosa defines it (McFee et al. 2015): short-time Fourier transform under a Hann window, magnitude to a power, mel filter
/// bank, dB below the recording's maximum. Computed in float64, because a band 80 dB down is lost in the rounding of a float32 transform. Safe for use by
/// several threads at once.
/// </summary>
internal sealed class LogMelSpectrogram : IDisposable
{
    // Bounds the memory of a long recording: a spectrum takes eight times the memory of its samples.
    private const int FramesPerBlock = 2048;

    private readonly LogMelOptions _options;
    private readonly Tensor _window;
    private readonly Tensor _filters;

    /// <summary>Computes the window and the filter bank.</summary>
    /// <param name="options">Checked options.</param>
    public LogMelSpectrogram(LogMelOptions options)
    {
        _options = options;
        var filters = MelFilterBank.Create(options);
        EmptyBands = Enumerable.Range(0, options.Bands).Count(band => Enumerable.Range(0, filters.GetLength(0)).All(bin => filters[bin, band] == 0));
        _filters = tensor(filters).DetachFromDisposeScope();
        _window = tensor(HannWindow.Create(options.WindowSize, options.FftSize)).DetachFromDisposeScope();
    }

    /// <summary>Frames per second of the result: the sample rate over the whole hop, over the frame step.</summary>
    public double FrameRate => (double)_options.SampleRate / _options.Hop / _options.FrameStep;

    /// <summary>How many bands fall between two bins of the spectrum and so are always at the floor.</summary>
    public int EmptyBands { get; }

    /// <summary>Computes the spectrogram of one recording.</summary>
    /// <param name="samples">Mono samples, at least one.</param>
    /// <param name="path">The file, for messages.</param>
    /// <returns>Frames, <c>[T, bands]</c>, float32, dB, cut off at topDb below the recording's maximum: from -topDb to 0 with 0 everywhere for silence, or
    /// relative to a power of 1. The caller owns it.</returns>
    /// <exception cref="MpucException">The recording is too short to be mirrored.</exception>
    public Tensor Compute(float[] samples, string path)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var bands = MelBands(Pad(tensor(samples), path));
        var decibels = ToDecibels(bands);
        var kept = _options.FrameStep == 1 ? decibels : decibels.slice(0, 0, decibels.shape[0], _options.FrameStep);
        return kept.to_type(ScalarType.Float32).contiguous().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _window.Dispose();
        _filters.Dispose();
    }

    private Tensor Pad(Tensor samples, string path)
    {
        long half = _options.FftSize / 2;
        var count = samples.shape[0];
        switch (_options.Padding)
        {
            case EdgePadding.Constant:
                return nn.functional.pad(samples, (half, half), TorchSharp.PaddingModes.Constant);
            case EdgePadding.Reflect when count <= half:
                throw new MpucException(
                    $"'{path}' has {count} samples at {_options.SampleRate} Hz; 'padding' reflect needs more than half of 'fftSize' ({half}), constant needs none.");
            case EdgePadding.Reflect:
                return nn.functional.pad(samples.unsqueeze(0), (half, half), TorchSharp.PaddingModes.Reflect).flatten();
            default:
                return nn.functional.pad(samples, (0, Math.Max(0, _options.FftSize - count)), TorchSharp.PaddingModes.Constant);
        }
    }

    private Tensor MelBands(Tensor samples)
    {
        var frames = samples.unfold(0, _options.FftSize, _options.Hop);
        var count = frames.shape[0];
        var blocks = new List<Tensor>();
        for (long first = 0; first < count; first += FramesPerBlock)
        {
            using var scope = NewDisposeScope();
            var spectrum = fft.rfft(frames.narrow(0, first, Math.Min(FramesPerBlock, count - first)) * _window);
            var power = spectrum.real.square() + spectrum.imag.square();
            blocks.Add((_options.Power == 1 ? power.sqrt() : power).matmul(_filters).MoveToOuterDisposeScope());
        }

        return blocks.Count == 1 ? blocks[0] : cat(blocks);
    }

    // 10 log10 of the power relative to the loudest band's. An amplitude is squared first: a level in dB is that of the power either way.
    private Tensor ToDecibels(Tensor bands)
    {
        var power = _options.Power == 1 ? bands.square() : bands;
        var level = power.clamp_min(_options.Amin).log10() * 10;
        var maximum = level.max();
        return _options.IsRelative ? (level - maximum).clamp_min(-_options.TopDb) : level.maximum(maximum - _options.TopDb);
    }
}
