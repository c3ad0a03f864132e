using Mpuc.Media.Faces;
using Mpuc.Media.Faces.Crops;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Networks;
using Mpuc.Media.Video;
using Mpuc.Plugins.Landmarks.Reading;
using Serilog;

namespace Mpuc.Plugins.Landmarks.Detection;

/// <summary>Finds the landmarks of the main face of a video, frame by frame. Safe for use from several threads.</summary>
internal sealed class VideoTrackReader : IDisposable
{
    private readonly FaceFinder _finder;
    private readonly Lazy<Landmark68Net> _network;
    private readonly CropOptions _crops;

    /// <summary>Creates a reader. Weights are read, and fetched if need be, when the first video is.</summary>
    /// <param name="store">Where weights are found.</param>
    /// <param name="logger">Told of frames without a face and of several faces.</param>
    public VideoTrackReader(DetectionOptions options, IWeightsStore store, ILogger logger)
    {
        _finder = new FaceFinder(options.Finding, new VideoReader(options.Video, logger), store, logger);
        _network = new Lazy<Landmark68Net>(() =>
            new Landmark68Net(NetworkWeights.Read("the 68-point landmark network", store, options.Weights)));
        _crops = new CropOptions(Landmark68Net.Side, options.Margin);
    }

    /// <summary>Finds the main face of a video.</summary>
    /// <returns>Where the face is.</returns>
    /// <exception cref="MpucException">The video or the detector's weights cannot be read, or there is no face in any frame.</exception>
    public Task<FacePath> FindFaceAsync(ModalitySource source, CancellationToken cancellationToken) =>
        _finder.FindAsync(source, cancellationToken);

    /// <summary>Finds the landmarks of a face that was found.</summary>
    /// <param name="face">Where the face is.</param>
    /// <returns>The track, in pixels of the frames as they are read; frames without a box have failed.</returns>
    /// <exception cref="MpucException">The video or the network's weights cannot be read.</exception>
    public async Task<LandmarkTrack> LocateAsync(FacePath face, CancellationToken cancellationToken)
    {
        var frames = new List<TrackedFrame>(face.Boxes.Count);
        await foreach (var batch in FaceCrops.ReadAsync(face, _crops, cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                using var points = _network.Value.Locate(batch.Pixels);
                var faces = points.data<float>().ToArray().Chunk((int)points.shape[1]);
                frames.AddRange(batch.Squares.Zip(faces, (square, relative) => (square, relative))
                    .Select((pair, index) => Frame((batch.First + index) / face.Video.FrameRate, pair.square, pair.relative)));
            }
        }

        return new LandmarkTrack(face.Video.Source.Path, frames);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finder.Dispose();
        if (_network.IsValueCreated)
        {
            _network.Value.Dispose();
        }
    }

    private static TrackedFrame Frame(double seconds, FaceBox? square, float[] relative)
    {
        var points = new float[relative.Length];
        if (square is not { } box)
        {
            return new TrackedFrame(seconds, points, IsValid: false);
        }

        for (var index = 0; index < points.Length; index += 2)
        {
            points[index] = (float)(box.Left + (relative[index] * box.Width));
            points[index + 1] = (float)(box.Top + (relative[index + 1] * box.Height));
        }

        return new TrackedFrame(seconds, points, IsValid: true);
    }
}
