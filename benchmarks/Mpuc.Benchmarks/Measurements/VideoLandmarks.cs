using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Serilog.Core;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>A video to points on a face, per frame: decoding, MTCNN, following the face, the 68-point network.</summary>
internal sealed class VideoLandmarks : IMeasurement
{
    private readonly PluginCatalog _catalog;
    private readonly Modality _landmarks;
    private readonly ModalitySource _clip;

    public VideoLandmarks()
    {
        _clip = new ModalitySource(MissingDataException.RequireFile("MPUC_BENCHMARK_CLIP", "a video of a face"));
        var weights = MissingDataException.RequireFolder("MPUC_BENCHMARK_WEIGHTS", "pnet.pt, rnet.pt and onet.pt");
        _catalog = PluginCatalog.Discover(PluginSettings.From(new PluginOptions()), Logger.None);
        _landmarks = ConfiguredModality.Of(
            _catalog,
            "landmarks",
            ("frameRate", 25.0),
            ("detector", "mtcnn"),
            ("pnetWeights", Path.Combine(weights, "pnet.pt")),
            ("rnetWeights", Path.Combine(weights, "rnet.pt")),
            ("onetWeights", Path.Combine(weights, "onet.pt")));
    }

    public (double Ours, double? Peer) Take(Clock clock)
    {
        var frames = 0L;
        var seconds = clock.Time(() => frames = _landmarks.Read(_clip));
        return (seconds / frames, null);
    }

    public void Dispose() => _catalog.Dispose();
}
