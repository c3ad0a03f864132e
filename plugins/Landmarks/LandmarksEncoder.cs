using Mpuc.Media;
using Mpuc.Plugins.Landmarks.Previews;
using Mpuc.Plugins.Landmarks.Reading;
using Mpuc.Plugins.Landmarks.Reading.Csv;

namespace Mpuc.Plugins.Landmarks;

/// <summary>Reads recordings as the 51 inner points of a face over time, <c>[T, 51, 2]</c>, each 0 to 1 (paper, Sec. III-A, "Visual").</summary>
internal sealed class LandmarksEncoder : IPreviewEncoder
{
    private const string Noun = "A recording of landmarks";

    private readonly SamplingOptions _options;
    private readonly CsvTrackReader _csv;
    private readonly TrackSampling _sampling;

    /// <summary>Creates the encoder of one configured modality.</summary>
    /// <param name="values">Values of <see cref="LandmarksOptions.Schema"/>.</param>
    public LandmarksEncoder(OptionValues values)
    {
        _options = LandmarksOptions.From(values).Sampling;
        _csv = new CsvTrackReader(_options);
        _sampling = new TrackSampling(_options.FrameRate, _options.MaxGap);
    }

    /// <summary>What the host shows of the encoder.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = LandmarksConstants.Kind,
        Description = "Points on a face over time, from the tables of a facial tracker.",
        Extensions = [".csv"],
        Options = LandmarksOptions.Schema,
        DefaultBackbone = LandmarksConstants.Stgcn,
    };

    /// <inheritdoc/>
    public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        RecordingFile.Require(source, Noun);
        var frames = _sampling.Sample(_csv.Read(source, cancellationToken));
        return Task.FromResult(new ModalitySequence(InnerPoints.Scale(frames), _options.FrameRate));
    }

    /// <inheritdoc/>
    public int WindowFrames(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        return Math.Max(1, (int)Math.Round(seconds * _options.FrameRate));
    }

    /// <inheritdoc/>
    public ModalityWindow Window(ModalitySequence sequence, TimeWindow window)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return sequence.Cut(window, WindowFrames(window.Duration));
    }

    /// <inheritdoc/>
    public Task<ModalityPreview> PreviewAsync(ModalitySource source, int pictures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(pictures, 1);
        RecordingFile.Require(source, Noun);
        var track = _csv.Read(source, cancellationToken);
        var frames = _sampling.Sample(track);
        var failed = track.Frames.Count(frame => !frame.IsValid);
        return Task.FromResult(new ModalityPreview
        {
            Caption = $"{frames.Length} frames of 51 points at {_options.FrameRate:0.##} frames/s; {failed} of {track.Frames.Count} rows without a face.",
            Duration = frames.Length / _options.FrameRate,
            Pictures = TrackPictures.Draw(track, pictures),
        });
    }
}
