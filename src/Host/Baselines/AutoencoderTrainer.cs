using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>Trains an autoencoder to read matrices back, without labels.</summary>
/// <param name="model">The autoencoder; not owned.</param>
/// <param name="checkpoint">Where an interrupted training left off.</param>
internal sealed class AutoencoderTrainer(
    ConvolutionalAutoencoder model, StackedWindows stacked, double learningRate, BaselineCheckpoint checkpoint)
{
    // Adam is AdamW without decay.
    private readonly TrainingOptions _options = new() { Optimizer = OptimizerKind.AdamW, LearningRate = learningRate, WeightDecay = 0 };

    /// <summary>Trains, from where an interrupted training left off.</summary>
    /// <param name="cancellationToken">Ends the training with an <see cref="OperationCanceledException"/>.</param>
    public void Train(BatchSource training, int epochs, Device device, CancellationToken cancellationToken)
    {
        using var optimizer = new EncoderOptimizer(model, _options);
        var (progress, best) = checkpoint.Resume(model, optimizer);
        while (progress.Epoch < epochs)
        {
            foreach (var batch in training(progress.Epoch, cancellationToken))
            {
                using var _ = batch;
                using var scope = NewDisposeScope();
                var matrices = stacked.Of(batch).to(device);
                optimizer.ClearGradients();
                nn.functional.mse_loss(model.forward(matrices), matrices).backward();
                optimizer.Step();
                cancellationToken.ThrowIfCancellationRequested();
            }

            progress = progress.After(null);
            if (checkpoint.IsDue)
            {
                checkpoint.Write(progress, model, optimizer, best);
            }
        }
    }
}
