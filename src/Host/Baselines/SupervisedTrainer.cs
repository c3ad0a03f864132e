using Mpuc.Host.Data;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>Trains a supervised model end to end; with validation, the best epoch's weights stay.</summary>
/// <param name="model">The model; not owned.</param>
/// <param name="checkpoint">Where an interrupted training left off; null to keep nothing.</param>
internal sealed class SupervisedTrainer(
    SupervisedModel model,
    SupervisedStageData data,
    ClassificationLoss loss,
    TrainingOptions options,
    BaselineCheckpoint? checkpoint = null)
{
    private readonly LearningRateSchedule _schedule = new(options);

    /// <summary>Trains until all epochs are done or patience runs out.</summary>
    /// <param name="validation">The validation batches; null for none, which switches patience off.</param>
    /// <param name="progress">Told of every epoch: its number, and all of them; may be null.</param>
    /// <param name="cancellationToken">Ends the training with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="MpucException">The loss is not finite.</exception>
    public int Train(
        BatchSource training,
        Func<IEnumerable<WindowBatch>>? validation, IProgress<(int Epoch, int Epochs)>? progress, CancellationToken cancellationToken)
    {
        using var optimizer = new EncoderOptimizer(model, options);
        var (state, best) = checkpoint?.Resume(model, optimizer) ?? (new BaselineProgress(), []);
        while (state.Epoch < options.Epochs && !(validation is not null && IsOutOfPatience(state)))
        {
            TrainEpoch(training(state.Epoch, cancellationToken), optimizer, state.Epoch, cancellationToken);
            state = state.After(validation is null ? null : Validate(validation()));
            if (state.IsBest)
            {
                Release(best);
                best = model.state_dict().ToDictionary(weight => weight.Key, weight => weight.Value.detach().clone());
            }

            progress?.Report((state.Epoch, options.Epochs));
            if (checkpoint is { IsDue: true })
            {
                checkpoint.Write(state, model, optimizer, best);
            }
        }

        model.eval();
        if (state.BestEpoch == 0)
        {
            return state.Epoch;
        }

        model.load_state_dict(best);
        Release(best);
        return state.BestEpoch;
    }

    private bool IsOutOfPatience(BaselineProgress state) =>
        options.Patience > 0 && state.Epoch - state.BestEpoch >= options.Patience;

    private void TrainEpoch(IEnumerable<WindowBatch> batches, EncoderOptimizer optimizer, int epoch, CancellationToken cancellationToken)
    {
        model.train();
        optimizer.SetLearningRate(_schedule.RateAt(epoch));
        foreach (var batch in batches)
        {
            using var _ = batch;
            using var scope = NewDisposeScope();
            optimizer.ClearGradients();
            var value = Loss(batch);
            if (!float.IsFinite(value.item<float>()))
            {
                throw new MpucException(
                    $"The supervised training stopped in epoch {epoch + 1}: its loss is not a finite number; a lower learning rate of "
                        + "the baseline may help.");
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
