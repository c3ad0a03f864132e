using Mpuc.Media;
using Mpuc.Plugins.Landmarks.Detection;
using Mpuc.Plugins.Landmarks.Previews;
using Mpuc.Plugins.Landmarks.Reading;
using Mpuc.Plugins.Landmarks.Reading.Csv;
using Serilog;

namespace Mpuc.Plugins.Landmarks;

/// <summary>
/// Reads recordings as the 51 inner points of a face over time, <c>[T, 51, 2]</c>, each 0 to 1 (paper, Sec. III-A, "Visual"): from the
/// tables of a facial tracker, or from videos.
/// </summary>
internal sealed class LandmarksEncoder : ModalityEncoder, IPreviewEncoder, IDisposable
{
    private const string TableExtension = ".csv";

    private readonly double _frameRate;
    private readonly CsvTrackReader _tables;
    private readonly VideoTrackReader _videos;
    private readonly TrackSampling _sampling;

    /// <summary>Creates the encoder of one configured modality.</summary>
    /// <param name="values">Values of <see cref="LandmarksOptions.Schema"/>.</param>
    /// <param name="weights">Where the networks' weights are found when the first video is read; tables need none.</param>
    /// <param name="logger">Told of frames without a face and of several faces.</param>
    public LandmarksEncoder(OptionValues values, IWeightsStore weights, ILogger logger)
    {
        var options = LandmarksOptions.From(values);
        _frameRate = options.Sampling.FrameRate;
        _tables = new CsvTrackReader(options.Sampling);
        _videos = new VideoTrackReader(options.Detection, weights, logger);
        _sampling = new TrackSampling(_frameRate, options.MaxGap);
    }

    /// <summary>What the host shows of the encoder.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = LandmarksConstants.Kind,
        Description = "Points on a face over time, from the tables of a facial tracker or found in videos.",
        Extensions = [TableExtension, .. MediaExtensions.WithPicture],
        Options = LandmarksOptions.Schema,
        DefaultBackbone = LandmarksConstants.Stgcn,
    };

    /// <inheritdoc/>
    protected override double FrameRate => _frameRate;

    /// <inheritdoc/>
    public override async Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var track = IsTable(source)
            ? ReadTable(source, cancellationToken)
            : await ReadVideoAsync(source, cancellationToken).ConfigureAwait(false);
        return new ModalitySequence(InnerPoints.Scale(_sampling.Sample(track)), _frameRate);
    }

    /// <inheritdoc/>
    public async Task<ModalityPreview> PreviewAsync(ModalitySource source, int pictures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(pictures, 1);
        if (IsTable(source))
        {
            var table = ReadTable(source, cancellationToken);
            return Preview(table, _sampling.Sample(table).Length, TrackPictures.Draw(table, pictures));
        }

        var face = await _videos.FindFaceAsync(source, cancellationToken).ConfigureAwait(false);
        var track = await _videos.LocateAsync(face, cancellationToken).ConfigureAwait(false);
        return Preview(
            track,
            _sampling.Sample(track).Length,
            await VideoPictures.DrawAsync(face, track, pictures, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => _videos.Dispose();

    private static bool IsTable(ModalitySource source) =>
        Path.GetExtension(source.Path).Equals(TableExtension, StringComparison.OrdinalIgnoreCase);

    private LandmarkTrack ReadTable(ModalitySource source, CancellationToken cancellationToken)
    {
        RecordingFile.Require(source, "A recording of landmarks");
        return _tables.Read(source, cancellationToken);
    }

    private async Task<LandmarkTrack> ReadVideoAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        var face = await _videos.FindFaceAsync(source, cancellationToken).ConfigureAwait(false);
        return await _videos.LocateAsync(face, cancellationToken).ConfigureAwait(false);
    }

    private ModalityPreview Preview(LandmarkTrack track, int frames, IReadOnlyList<PreviewPicture> pictures) => new()
    {
        Caption = $"{frames} frames of 51 points at {_frameRate:0.##} frames/s; no face in {track.Frames.Count(frame => !frame.IsValid)} of {track.Frames.Count}.",
        Duration = frames / _frameRate,
        Pictures = pictures,
    };
}
