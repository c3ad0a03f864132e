using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>Trains a supervised model end to end; with validation, the best epoch's weights stay.</summary>
/// <param name="model">The model; not owned.</param>
/// <param name="data">The targets.</param>
/// <param name="loss">The loss.</param>
/// <param name="options">The optimizer, the schedule and the patience.</param>
internal sealed class SupervisedTrainer(SupervisedModel model, SupervisedStageData data, ClassificationLoss loss, TrainingOptions options)
{
    private readonly LearningRateSchedule _schedule = new(options);

    /// <summary>Trains until all epochs are done or patience runs out.</summary>
    /// <param name="training">The training batches of every epoch.</param>
    /// <param name="validation">The validation batches; null for none, which switches patience off.</param>
    /// <param name="progress">Told of every epoch: its number, and all of them; may be null.</param>
    /// <param name="cancellationToken">Ends the training with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The number of epochs whose training the weights hold.</returns>
    /// <exception cref="MpucException">The loss is not finite.</exception>
    public int Train(
        BatchSource training, Func<IEnumerable<WindowBatch>>? validation, IProgress<(int Epoch, int Epochs)>? progress, CancellationToken cancellationToken)
    {
        using var optimizer = new EncoderOptimizer(model, options);
        var best = (Loss: double.PositiveInfinity, Epoch: 0, Weights: new Dictionary<string, Tensor>());
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            TrainEpoch(training(epoch, cancellationToken), optimizer, epoch, cancellationToken);
            progress?.Report((epoch + 1, options.Epochs));
            if (validation is null)
            {
                continue;
            }

            var validated = Validate(validation());
            if (validated < best.Loss)
            {
                Release(best.Weights);
                best = (validated, epoch + 1, model.state_dict().ToDictionary(weight => weight.Key, weight => weight.Value.detach().clone()));
            }
            else if (options.Patience > 0 && epoch + 1 - best.Epoch >= options.Patience)
            {
                break;
            }
        }

        model.eval();
        if (best.Epoch == 0)
        {
            return options.Epochs;
        }

        model.load_state_dict(best.Weights);
        Release(best.Weights);
        return best.Epoch;
    }

    private void TrainEpoch(IEnumerable<WindowBatch> batches, EncoderOptimizer optimizer, int epoch, CancellationToken cancellationToken)
    {
        model.train();
        optimizer.SetLearningRate(_schedule.RateAt(epoch));
        foreach (var batch in batches)
        {
            using var _ = batch;
            using var scope = NewDisposeScope();
            optimizer.ZeroGradients();
            var value = Loss(batch);
            if (!float.IsFinite(value.item<float>()))
            {
                throw new MpucException(
                    $"The supervised training stopped in epoch {epoch + 1}: its loss is not a finite number; a lower learning rate of the baseline may help.");
            }

            value.backward();
            optimizer.Step();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private double Validate(IEnumerable<WindowBatch> batches)
    {
        model.eval();
        using var noGradient = no_grad();
        var (sum, recordings) = (0.0, 0);
        foreach (var batch in batches)
        {
            using var _ = batch;
            using var scope = NewDisposeScope();
            sum += Loss(batch).item<float>() * batch.RecordingIds.Count;
            recordings += batch.RecordingIds.Count;
        }

        return sum / recordings;
    }

    private Tensor Loss(WindowBatch batch)
    {
        var logits = model.Logits(batch);
        var targets = data.Of(Enumerable.Repeat(batch.RecordingIds, batch.Views).SelectMany(ids => ids));
        return loss.Compute(logits, loss.Encode(targets).to(logits.device));
    }

    private static void Release(Dictionary<string, Tensor> weights)
    {
        foreach (var weight in weights.Values)
        {
            weight.Dispose();
        }
    }
}
