using System.Globalization;
using Mpuc.Media;
using Mpuc.Plugins.Audio.Reading;
using Mpuc.Plugins.Audio.Spectrograms;
using Mpuc.Plugins.Audio.Summaries;
using Serilog;

namespace Mpuc.Plugins.Audio;

/// <summary>
/// Reads recordings as log-mel spectrograms, <c>[T, bands]</c> in dB (paper, Sec. III-A, "Acoustic"), or as statistics over them, <c>[1, 7
/// bands]</c> without a time axis.
/// </summary>
internal sealed class AudioEncoder : ModalityEncoder, IPreviewEncoder
{
    private readonly AudioReader _reader;
    private readonly LogMelSpectrogram _spectrogram;
    private readonly SummaryKind _summary;

    /// <summary>Creates the encoder of one configured modality.</summary>
    /// <param name="values">Values of <see cref="AudioOptions.Schema"/>.</param>
    /// <param name="logger">Told of what a recording's decoder complains about without failing.</param>
    /// <exception cref="MpucException">Two options contradict each other.</exception>
    public AudioEncoder(OptionValues values, ILogger logger)
    {
        var options = AudioOptions.From(values);
        _reader = new AudioReader(options.Reading, logger);
        _spectrogram = new LogMelSpectrogram(options.Spectrogram);
        _summary = options.Summary;
        if (_spectrogram.EmptyBands > 0)
        {
            logger.Warning(
                "{Count} of the {Bands} mel bands are narrower than the spectrum's bins and stay empty; use fewer bands or a larger "
                    + "fftSize",
                _spectrogram.EmptyBands,
                options.Spectrogram.Bands);
        }
    }

    /// <summary>What the host shows of the encoder.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = AudioConstants.Kind,
        Description = "Speech as a log-mel spectrogram, from WAV directly and from every other container through ffmpeg.",
        Extensions = MediaExtensions.WithSound,
        Options = AudioOptions.Schema,
        DefaultBackbone = AudioConstants.Tcn,
    };

    /// <inheritdoc/>
    protected override double FrameRate => _summary == SummaryKind.None ? _spectrogram.FrameRate : 0;

    /// <inheritdoc/>
    public override async Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        var frames = await ReadFramesAsync(source, cancellationToken).ConfigureAwait(false);
        if (_summary == SummaryKind.None)
        {
            return frames;
        }

        using (frames)
        {
            return new ModalitySequence(Functionals.Of(frames.Values), frameRate: 0);
        }
    }

    /// <inheritdoc/>
    public async Task<ModalityPreview> PreviewAsync(ModalitySource source, int pictures, CancellationToken cancellationToken)
    {
        using var sequence = await ReadFramesAsync(source, cancellationToken).ConfigureAwait(false);
        return new ModalityPreview
        {
            Caption = string.Create(
                CultureInfo.InvariantCulture,
                $"log-mel spectrogram, {sequence.Values.shape[1]} bands, {sequence.Length} frames at {sequence.FrameRate:0.##} frames/s"),
            Duration = sequence.Duration,
            Pictures = [SpectrogramPicture.Draw(sequence.Values, sequence.Duration)],
        };
    }

    private async Task<ModalitySequence> ReadFramesAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var samples = await _reader.ReadAsync(source, cancellationToken).ConfigureAwait(false);
        return new ModalitySequence(_spectrogram.Compute(samples, source.Path, cancellationToken), _spectrogram.FrameRate);
    }
}
