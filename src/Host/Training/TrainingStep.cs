using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Objectives;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>One batch forward to the loss and back to gradients, whole or in parts.</summary>
internal sealed class TrainingStep(MultimodalEncoder model, ObjectiveOptions objective, int parts, SupervisedLabels? labels)
{
    private readonly PairwiseContrastiveLoss _objective = new(objective);
    private GradientCache? _cache;

    /// <summary>
    /// Computes the loss, with what <see cref="Backward"/> needs while gradients are on. Its tensors belong to the present scope.
    /// </summary>
    /// <exception cref="MpucException">The batch allows no pair, or an embedding is not finite.</exception>
    public LossResult Loss(WindowBatch batch)
    {
        _cache = parts > 1 && batch.RecordingIds.Count > 1 ? new GradientCache(model, batch, parts) : null;
        return _objective.Compute(
            _cache?.Embeddings ?? model.Embeddings(batch), batch.RecordingIds.Count, batch.Views, labels?.Of(batch.RecordingIds));
    }

    /// <summary>Adds the gradients of what <see cref="Loss"/> gave last to those of the weights.</summary>
    public void Backward(Tensor total)
    {
        total.backward();
        _cache?.Backward();
    }
}

/// <summary>Gives an epoch's batches, the same ones for the same epoch every time; <see cref="BatchLoader.Epoch"/> is one.</summary>
/// <param name="epoch">The epoch, from 0.</param>
/// <param name="cancellationToken">Ends the epoch with an <see cref="OperationCanceledException"/>.</param>
/// <returns>The batches; the consumer disposes each.</returns>
public delegate IEnumerable<WindowBatch> BatchSource(int epoch, CancellationToken cancellationToken);
