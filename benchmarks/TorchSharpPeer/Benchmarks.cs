using TorchSharpPeer.Measurements;
using TorchSharpPeer.Models;
using static TorchSharp.torch;

namespace TorchSharpPeer;

/// <summary>The benchmarks by the names that all processes of benchmarks/run share, with the sizes of Mpuc.Benchmarks.</summary>
internal static class Benchmarks
{
    private const double PaperRate = 0.001;

    private static readonly long[] AudioShape = [90, 128];
    private static readonly long[] LandmarksShape = [90, 51, 2];
    private static readonly long[] TextShape = [30, 300];
    private static readonly long[] FaceShape = [8, 3, 112, 112];
    private static readonly long[] VectorsShape = [1, 35];

    /// <summary>Those whose loss falls when they are repeated, made with a learning rate.</summary>
    public static IReadOnlyDictionary<string, Func<double, ITraining>> Trainings { get; } = new Dictionary<string, Func<double, ITraining>>
    {
        ["step.audio-landmarks"] = rate => new TrainingStep([(new Tcn(), AudioShape), (new Stgcn(), LandmarksShape)], recordings: 32, rate),
        ["step.audio"] = rate => new TrainingStep([(new Tcn(), AudioShape), Vectors()], recordings: 32, rate),
        ["step.text"] = rate => new TrainingStep([(new TextTransformer(), TextShape), Vectors()], recordings: 32, rate),
        ["step.face"] = rate => new TrainingStep([(new R2Plus1d(), FaceShape), Vectors()], recordings: 4, rate),
        ["objective.4x256"] = _ => new ObjectivePass(),
    };

    public static IMeasurement Create(string name) => name switch
    {
        "logmel.ravdess" => LogMelReading.OfRavdess(),
        "logmel.60s" => LogMelReading.OfAMinute(),
        "search.1M" => new VectorSearch(),
        _ => Trainings[name](PaperRate),
    };

    private static (nn.Module<Tensor, Tensor> Encoder, long[] Shape) Vectors() => (new MeanVector(), VectorsShape);
}
