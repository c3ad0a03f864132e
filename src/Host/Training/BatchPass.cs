using Mpuc.Host.Data;
using Mpuc.Host.Distributed;
using Mpuc.Host.Objectives;
using Mpuc.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// One batch forward and backward: through the encoders, whole or in parts, in the training's precision, to the loss; and back to gradients that are the sums
/// over all processes.
/// </summary>
internal sealed class BatchPass : IDisposable
{
    private readonly MultimodalEncoder _model;
    private readonly TrainingOptions _options;
    private readonly BatchLoss _loss;
    private readonly IGradientSum _sums;
    private readonly DeviceType _device;
    private EmbeddingCache? _cache;

    /// <summary>Prepares the passes.</summary>
    /// <exception cref="MpucException">The device does not compute in the precision that is asked for.</exception>
    public BatchPass(MultimodalEncoder model, IReadOnlyList<Tensor> parameters, TrainingOptions options, BatchLoss loss, IProcessGroup group)
    {
        (_model, _options, _loss, _sums) = (model, options, loss, group.SumGradients(parameters));
        _device = parameters[0].device_type;
        if (options.Precision == TrainingPrecision.Float16 && _device != DeviceType.CUDA)
        {
            throw new MpucException("'training.precision' is 'float16', which needs 'runtime.device' to be a GPU; 'bfloat16' or 'float32' would be right.");
        }

        if (options.Precision != TrainingPrecision.Float32 && !ReducedPrecision.IsAvailable)
        {
            throw new MpucException("'training.precision' must be 'float32' in this build with the TorchSharp package, which has no automatic mixed precision.");
        }
    }

    /// <summary>Computes the loss, with what <see cref="Backward"/> needs while gradients are on. Its tensors belong to the present scope.</summary>
    /// <exception cref="MpucException">The batch allows no pair, or an embedding is not finite.</exception>
    public ContrastiveLoss Loss(WindowBatch batch)
    {
        _cache = _options.Accumulate > 1 && batch.RecordingIds.Count > 1 ? new EmbeddingCache(_model, Embeddings, batch, _options.Accumulate) : null;
        return _loss.Of(_cache?.Embeddings ?? Embeddings(batch), batch);
    }

    /// <summary>Adds the loss's gradients, of all processes, to those of the weights.</summary>
    /// <param name="total">What <see cref="Loss"/> gave last, or a multiple of it.</param>
    /// <param name="signal">Something that all processes learn.</param>
    /// <returns>Whether any of several processes gave the signal.</returns>
    public bool Backward(Tensor total, bool signal)
    {
        if (_cache is null)
        {
            _sums.Begin(signal);
        }

        total.backward();
        _cache?.Backward(() => _sums.Begin(signal));
        return _sums.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => _sums.Dispose();

    private IReadOnlyList<ModalityEmbeddings> Embeddings(WindowBatch batch)
    {
        if (_options.Precision == TrainingPrecision.Float32)
        {
            return _model.Embeddings(batch);
        }

        using var shorter = ReducedPrecision.On(
            _device, _options.Precision == TrainingPrecision.Float16 ? ScalarType.Float16 : ScalarType.BFloat16);
        return [.. _model.Embeddings(batch).Select(modality => modality with { Values = modality.Values.to(ScalarType.Float32) })];
    }
}
