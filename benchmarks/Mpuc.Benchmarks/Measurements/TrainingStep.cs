using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>One step of the trainer on a fixed batch with two views: all encoders, the objective, the gradients, the guard, SGD.</summary>
internal sealed class TrainingStep : IMeasurement
{
    private const int Views = 2;

    private readonly BackboneSource _backbones = new();
    private readonly MultimodalEncoder _model;
    private readonly ContrastiveTrainer _trainer;
    private readonly WindowBatch _batch;

    public TrainingStep(IReadOnlyList<Shapes> shapes, int recordings)
    {
        var contexts = shapes.ToDictionary(shape => shape.Kind, shape => new BackboneContext(shape.FrameShape, shape.Frames));
        _model = new MultimodalEncoder([.. shapes.Select(_backbones.Create)], contexts, new ProjectionOptions(), seed: 0);
        _model.train();
        _trainer = new ContrastiveTrainer(_model, new ObjectiveOptions { Variant = ObjectiveVariant.TwoView }, new TrainingOptions());
        var rows = (long)Views * recordings;
        _batch = new WindowBatch
        {
            RecordingIds = [.. Enumerable.Range(0, recordings).Select(index => $"{index}")],
            Views = Views,
            Modalities = shapes.ToDictionary(
                shape => shape.Kind,
                shape => new ModalityBatch(
                    randn([rows, shape.Frames, .. shape.FrameShape]),
                    full(rows, shape.Frames, dtype: ScalarType.Int64),
                    [.. Enumerable.Range(0, (int)rows).Select(row => (long)row)])),
        };
    }

    public (double Ours, double? Peer) Take(Clock clock) => (clock.Time(() => _trainer.Step(_batch)), null);

    public void Dispose()
    {
        _batch.Dispose();
        _trainer.Dispose();
        _model.Dispose();
        _backbones.Dispose();
    }
}
