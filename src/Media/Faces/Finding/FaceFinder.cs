using Mpuc.Media.Faces.Tracking;
using Mpuc.Media.Video;
using Serilog;

namespace Mpuc.Media.Faces.Finding;

/// <summary>
/// Finds the main face of a recording: detects faces frame by frame while the video is streamed, joins them into tracks, and follows the
/// track that covers the greatest area over time. Safe for use from several threads.
/// </summary>
public sealed class FaceFinder : IDisposable
{
    // A face in the background, or one that passes through, is not worth a line in the log.
    private const double WorthTelling = 0.1;

    private readonly VideoReader _reader;
    private readonly FaceFindingOptions _options;
    private readonly Lazy<IFaceDetector> _detector;
    private readonly ILogger _logger;

    /// <summary>
    /// Creates a finder with the detector that the options name. Its weights are read, and fetched if need be, when the first recording is.
    /// </summary>
    /// <param name="options">How to find and follow faces.</param>
    /// <param name="reader">Opens the videos.</param>
    /// <param name="store">Where weights are found.</param>
    /// <param name="logger">Told of frames without a face and of several faces.</param>
    public FaceFinder(FaceFindingOptions options, VideoReader reader, IWeightsStore store, ILogger logger)
        : this(options, reader, () => FaceDetectors.Create(options, store), logger)
    {
    }

    /// <summary>Creates a finder with any detector.</summary>
    /// <param name="options">How to follow faces.</param>
    /// <param name="reader">Opens the videos.</param>
    /// <param name="createDetector">Makes the detector when the first recording is read; the finder takes ownership.</param>
    /// <param name="logger">Told of frames without a face and of several faces.</param>
    public FaceFinder(FaceFindingOptions options, VideoReader reader, Func<IFaceDetector> createDetector, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _reader, _logger) = (options, reader, logger);
        _detector = new Lazy<IFaceDetector>(createDetector);
    }

    /// <summary>Finds the main face of a recording.</summary>
    /// <param name="source">The video, or a part of one.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Where the face is.</returns>
    /// <exception cref="MpucException">
    /// The video cannot be read, the detector's weights cannot, or there is no face in any frame.
    /// </exception>
    public async Task<FacePath> FindAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        var video = await _reader.OpenAsync(source, cancellationToken).ConfigureAwait(false);
        var detections = new List<IReadOnlyList<FaceDetection>>();
        await foreach (var batch in video.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            detections.AddRange(_detector.Value.Detect(batch));
        }

        var tracks = FaceTracker.Track(detections, _options.MinOverlap);
        if (tracks.Count == 0)
        {
            throw new MpucException(
                $"'{source.Path}' shows no face in any of the {detections.Count} frames that were looked at; check the recording, lower "
                    + "'minScore' or try the other 'detector'.");
        }

        var rate = video.FrameRate;
        var boxes = BoxPath.Of(tracks[0], detections.Count, (int)(_options.MaxGap * rate), (int)(_options.Smoothing * rate / 2));
        var path = new FacePath(video, detections, tracks, boxes);
        Report(path);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_detector.IsValueCreated)
        {
            _detector.Value.Dispose();
        }
    }

    private void Report(FacePath path)
    {
        if (path.Missing > 0)
        {
            _logger.Warning(
                "{Path} shows no face in {Missing} of {Frames} frames ({Share:P0})",
                path.Video.Source.Path,
                path.Missing,
                path.Boxes.Count,
                (double)path.Missing / path.Boxes.Count);
        }

        var faces = path.Tracks.Count(track => track.Weight >= WorthTelling * path.Main.Weight);
        if (faces > 1)
        {
            var box = path.Main.MeanBox();
            _logger.Information(
                "{Path} shows {Faces} faces; the one around column {X:0}, row {Y:0} of {Width}x{Height} is used, which covers the "
                    + "greatest area over time",
                path.Video.Source.Path,
                faces,
                (box.Left + box.Right) / 2,
                (box.Top + box.Bottom) / 2,
                path.Video.Width,
                path.Video.Height);
        }
    }
}
