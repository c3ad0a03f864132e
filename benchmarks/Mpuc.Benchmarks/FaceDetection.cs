using BenchmarkDotNet.Attributes;
using Mpuc.Media.Faces;
using Mpuc.Media.Faces.Mtcnn;
using Mpuc.Media.Faces.Tiny;
using Mpuc.Media.Networks;
using Mpuc.Media.Video;
using Mpuc.Weights;
using Serilog.Core;
using static TorchSharp.torch;

namespace Mpuc.Benchmarks;

/// <summary>
/// What a face detector takes for a second of video, 25 frames, decoding apart. Run it with <c>--filter '*FaceDetection*'</c>; it needs a
/// video of a face in MPUC_BENCHMARK_CLIP, and in MPUC_BENCHMARK_WEIGHTS a folder with pnet.pt, rnet.pt, onet.pt and
/// tiny_face_detector_model-weights_manifest.json and its shard.
/// </summary>
public class FaceDetection
{
    private const int FramesPerSecond = 25;

    private IFaceDetector detector = null!;
    private FrameBatch frames = null!;

    [Params("mtcnn", "tiny")]
    public string Detector { get; set; } = string.Empty;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public async Task ReadAsync()
    {
        set_num_threads(Threads);
        detector = Detector == "mtcnn"
            ? new MtcnnDetector(new MtcnnOptions(), Weights("pnet.pt"), Weights("rnet.pt"), Weights("onet.pt"))
            : new TinyFaceDetector(new TinyFaceOptions(), Weights("tiny_face_detector_model-weights_manifest.json"));
        var reader = new VideoReader(new VideoReadingOptions { FrameRate = FramesPerSecond }, Logger.None);
        var video = await reader.OpenAsync(new ModalitySource(Setting("MPUC_BENCHMARK_CLIP")) { End = 1 }, CancellationToken.None);
        await foreach (var batch in video.ReadAsync(CancellationToken.None))
        {
            var pixels = Enumerable.Range(0, batch.Count).SelectMany(index => batch[index].ToArray()).ToArray();
            frames = new FrameBatch(batch.Width, batch.Height, pixels);
        }
    }

    [GlobalCleanup]
    public void Dispose() => detector.Dispose();

    [Benchmark(OperationsPerInvoke = FramesPerSecond)]
    public int Detect() => detector.Detect(frames).Sum(faces => faces.Count);

    private static NetworkWeights Weights(string name)
    {
        var path = Path.Combine(Setting("MPUC_BENCHMARK_WEIGHTS"), name);
        return new NetworkWeights(name, path, WeightsReader.Read(path));
    }

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}; see FaceDetection.cs.");
}
