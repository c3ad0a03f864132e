namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>A recording with what surrounds it, which is made where it is read.</summary>
internal readonly ref struct PaddedSamples
{
    private readonly ReadOnlySpan<float> _samples;
    private readonly int _before;
    private readonly bool _isMirrored;

    /// <summary>Surrounds a recording.</summary>
    /// <param name="samples">Mono samples, at least one.</param>
    /// <exception cref="MpucException">The recording is too short to be mirrored.</exception>
    public PaddedSamples(ReadOnlySpan<float> samples, LogMelOptions options, string path)
    {
        _samples = samples;
        _isMirrored = options.Padding == EdgePadding.Reflect;
        _before = options.Padding == EdgePadding.None ? 0 : options.FftSize / 2;
        if (_isMirrored && samples.Length <= _before)
        {
            throw new MpucException(
                $"'{path}' has {samples.Length} samples at {options.SampleRate} Hz; 'padding' reflect needs more than half of 'fftSize' "
                    + $"({_before}), constant needs none.");
        }

        Length = Math.Max(options.FftSize, samples.Length + (2 * _before));
    }

    /// <summary>The number of samples with those around them, at least one frame's.</summary>
    public int Length { get; }

    /// <summary>Copies a part.</summary>
    /// <param name="start">Where it starts, from 0.</param>
    /// <param name="part">Where to; it ends within <see cref="Length"/>.</param>
    public void CopyTo(int start, Span<float> part)
    {
        var offset = start - _before;
        var before = Math.Clamp(-offset, 0, part.Length);
        var within = Math.Clamp(_samples.Length - Math.Max(0, offset), 0, part.Length - before);
        if (within > 0)
        {
            _samples.Slice(offset + before, within).CopyTo(part[before..]);
        }

        part[..before].Clear();
        part[(before + within)..].Clear();
        for (var n = 0; n < before && _isMirrored; n++)
        {
            part[n] = _samples[-(offset + n)];
        }

        for (var n = before + within; n < part.Length && _isMirrored; n++)
        {
            part[n] = _samples[(2 * (_samples.Length - 1)) - (offset + n)];
        }
    }
}
