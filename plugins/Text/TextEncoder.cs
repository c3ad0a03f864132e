using System.Globalization;
using Mpuc.Plugins.Text.Frames;
using Mpuc.Plugins.Text.Reading;
using Mpuc.Plugins.Text.Vectors;
using Mpuc.Plugins.Text.Words;
using Serilog;

namespace Mpuc.Plugins.Text;

/// <summary>
/// Reads transcripts as sequences of word vectors, <c>[T, width]</c> (paper, Sec. III-A, "Text"). The vectors are opened when the first
/// transcript is read, so that an encoder whose sequences are all cached needs none.
/// </summary>
internal sealed class TextEncoder : ModalityEncoder, IPreviewEncoder, IDisposable
{
    private readonly TextOptions _options;
    private readonly TranscriptReader _reader;
    private readonly WordVectorStore _store;
    private readonly ITimedFeatureReader _timed;
    private readonly ILogger _logger;
    private readonly Lock _opening = new();
    private volatile WordVectors? _vectors;

    /// <summary>Creates the encoder of one configured modality.</summary>
    /// <param name="values">Values of <see cref="TextOptions.Schema"/>.</param>
    /// <param name="logger">Told of words without a vector.</param>
    /// <param name="weights">Finds the word vectors.</param>
    /// <param name="timed">Reads words, or their vectors, from containers of time-stamped features.</param>
    public TextEncoder(OptionValues values, ILogger logger, IWeightsStore weights, ITimedFeatureReader timed)
    {
        _options = TextOptions.From(values);
        _reader = new TranscriptReader(_options.Reading);
        _store = new WordVectorStore(weights, logger);
        (_timed, _logger) = (timed, logger);
    }

    /// <summary>What the host shows of the encoder.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = TextConstants.Kind,
        Description = "Transcripts as sequences of word vectors: plain text, rows of a table, or words with their times.",
        // What has times before what has none; what may be something else by that name last.
        Extensions =
            [".align", ".words", ".textgrid", ".ctm", ".srt", ".vtt", ".sbv", ".ass", ".ssa", ".lrc", ".txt", ".tsv", ".lab", ".json"],
        Options = TextOptions.Schema,
        DefaultBackbone = TextConstants.Transformer,
    };

    /// <inheritdoc/>
    protected override double FrameRate => _options.Frames.FrameRate;

    /// <inheritdoc/>
    public override Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Task.Run(
            () =>
            {
                var timed = ReadTimed(source, cancellationToken);
                var frames = timed is { Words: null }
                    ? SpokenVectors.Build(timed, _options.Frames, source)
                    : new FrameBuilder(Vectors(cancellationToken), _options.Frames).Build(ReadText(source, timed, cancellationToken));
                return new ModalitySequence(frames, _options.Frames.FrameRate);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ModalityPreview> PreviewAsync(ModalitySource source, int pictures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Task.Run(
            () =>
            {
                var timed = ReadTimed(source, cancellationToken);
                if (timed is { Words: null })
                {
                    return new ModalityPreview
                    {
                        Caption = $"{timed.Spans.Count} vectors of {timed.Width} numbers, one per word",
                        Duration = timed.Duration,
                    };
                }

                var text = ReadText(source, timed, cancellationToken);
                using var frames = new FrameBuilder(Vectors(cancellationToken), _options.Frames).Build(text);
                return new ModalityPreview
                {
                    Caption = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{text.Words.Count} words, {text.Words.Count(word => word.IsKnown)} of them with a vector, as "
                            + $"{frames.shape[0]} frames of {frames.shape[1]} numbers"),
                    Duration = text.Duration,
                    Words = [.. text.Words.Select(word => new PreviewWord(word.Token.Text, word.Start, word.End, word.IsKnown))],
                };
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _vectors?.Dispose();

    /// <summary>Reads a transcript's words with their times and the rows of their vectors.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The words.</returns>
    /// <exception cref="MpucException">The source is missing or damaged, or nothing is said and that is not allowed.</exception>
    internal SpokenText ReadText(ModalitySource source, CancellationToken cancellationToken) =>
        ReadText(source, ReadTimed(source, cancellationToken), cancellationToken);

    private SpokenText ReadText(ModalitySource source, TimedFeatures? timed, CancellationToken cancellationToken)
    {
        var transcript = timed is null ? _reader.Read(source) : _reader.Of(timed);
        var text = SpokenText.Create(transcript, new WordLookup(Vectors(cancellationToken)), _options.Frames, source.Path);
        if (text.Words.Count == 0 && !_options.Frames.AllowsEmpty)
        {
            throw new MpucException(Empty(source, transcript));
        }

        Report(source, text);
        return text;
    }

    private TimedFeatures? ReadTimed(ModalitySource source, CancellationToken cancellationToken) =>
        _timed.Reads(source) ? _timed.Read(source, cancellationToken) : null;

    private WordVectors Vectors(CancellationToken cancellationToken)
    {
        if (_vectors is null)
        {
            lock (_opening)
            {
                _vectors ??= _store.Open(_options.Vectors, cancellationToken);
            }
        }

        return _vectors;
    }

    private static string Empty(ModalitySource source, Transcript transcript)
    {
        var place = source.Key is { } key ? $"'{source.Path}', row '{key}'" : $"'{source.Path}'";
        var part = transcript.Words is not null && (source.Start > 0 || source.End is not null)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" between {source.Start:0.###} s and {source.End?.ToString("0.### s", CultureInfo.InvariantCulture) ?? "its end"}")
            : string.Empty;
        return $"{place}: the transcript holds no word{part}; leave the recording's text out, or set the option 'emptyTranscript' to 'zero'.";
    }

    private void Report(ModalitySource source, SpokenText text)
    {
        var unknown = text.Words.Where(word => !word.IsKnown).Select(word => word.Token.Text).ToList();
        if (unknown.Count > 0)
        {
            _logger.Debug(
                "{Unknown} of {Words} words of {Path} {Key} have no vector: {List}",
                unknown.Count,
                text.Words.Count,
                source.Path,
                source.Key,
                unknown);
        }
    }
}
