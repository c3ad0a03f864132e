using System.Diagnostics;
using Mpuc.Host.Data;
using Mpuc.Host.Objectives;
using Mpuc.Host.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// Trains the encoders with the contrastive loss and nothing else (paper, Sec. III-B and III-D): batches of windows go through the
/// encoders, the loss over all ordered pairs of modalities is differentiated, and the weights take a step.
/// </summary>
public sealed class ContrastiveTrainer : IDisposable
{
    private const string Generator = "generator";

    private readonly MultimodalEncoder _model;
    private readonly TrainingOptions _options;
    private readonly LearningRateSchedule _schedule;
    private readonly EncoderOptimizer _optimizer;
    private readonly TrainingStep _step;

    /// <summary>Prepares a training from the model's present weights.</summary>
    /// <param name="model">The encoders; not owned.</param>
    /// <param name="objective">The loss's options.</param>
    /// <param name="options">The optimizer's and the schedule's options.</param>
    /// <param name="labels">Labels for the supervised objective; null for all others, which read none.</param>
    public ContrastiveTrainer(
        MultimodalEncoder model, ObjectiveOptions objective, TrainingOptions options, SupervisedLabels? labels = null)
    {
        (_model, _options) = (model, options);
        _schedule = new LearningRateSchedule(options);
        _optimizer = new EncoderOptimizer(model, options);
        _step = new TrainingStep(model, objective, options.Accumulate, labels);
    }

    /// <summary>How far the training has come.</summary>
    public TrainingState State { get; private set; } = new();

    /// <summary>The encoders that are trained.</summary>
    public MultimodalEncoder Model => _model;

    /// <summary>Trains until all epochs are done or patience runs out.</summary>
    /// <param name="training">The training batches of every epoch.</param>
    /// <param name="batchesPerEpoch">How many they are.</param>
    /// <param name="validation">
    /// The validation batches, of which epoch 0 serves every time; null for none, which switches patience off.
    /// </param>
    /// <param name="observer">Hears of every step and epoch.</param>
    /// <param name="cancellationToken">
    /// Ends the training after the step that runs, with an <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>Why it ended.</returns>
    /// <exception cref="MpucException">
    /// An embedding, a loss or a gradient is not finite, or the loss diverges; the message names epoch, step and the modality or pair.
    /// </exception>
    public StopReason Train(
        BatchSource training, int batchesPerEpoch, BatchSource? validation, ITrainingObserver observer, CancellationToken cancellationToken)
    {
        var pace = new TrainingPace(_options.Epochs, batchesPerEpoch, State);
        try
        {
            while (State.Epoch < _options.Epochs)
            {
                if (validation is not null && _options.Patience > 0 && State.Epoch - State.BestEpoch >= _options.Patience)
                {
                    return StopReason.OutOfPatience;
                }

                TrainEpoch(training, pace, observer, cancellationToken);
                var rate = _schedule.RateAt(State.Epoch);
                var trained = EpochMetrics.Of(EpochMetrics.Training, State, State.Totals, rate);
                var validated = validation is null
                    ? null
                    : EpochMetrics.Of(EpochMetrics.Validation, State, Validate(validation, cancellationToken), rate);
                if (Divergence.Find(trained, State.FirstLoss, _options.DivergenceFactor) is { } divergence)
                {
                    throw Stopped(State.Step, divergence);
                }

                State = State.AfterEpoch(trained.Loss, validated?.Loss);
                observer.OnEpoch(this, trained, validated);
            }

            return StopReason.Completed;
        }
        catch (OperationCanceledException)
        {
            observer.OnCancelled(this);
            throw;
        }
    }

    /// <summary>
    /// What a checkpoint needs besides the weights and <see cref="State"/>: <c>optimizer.*</c> and the random <c>generator</c>, which
    /// dropout draws from.
    /// </summary>
    /// <returns>The tensors by name, to be read at once and not disposed.</returns>
    public IReadOnlyDictionary<string, Tensor> ResumeTensors() =>
        new Dictionary<string, Tensor>(_optimizer.State(), StringComparer.Ordinal) { [Generator] = get_rng_state() };

    /// <summary>Continues where another training stood; the model's weights are its as well.</summary>
    /// <param name="state">Its <see cref="State"/>.</param>
    /// <param name="tensors">Its <see cref="ResumeTensors"/>, possibly among others; copied, not kept.</param>
    public void Resume(TrainingState state, IReadOnlyDictionary<string, Tensor> tensors)
    {
        _optimizer.Restore(tensors);
        RandomState.Restore(tensors[Generator]);
        State = state;
    }

    private void TrainEpoch(BatchSource training, TrainingPace pace, ITrainingObserver observer, CancellationToken cancellationToken)
    {
        _model.train();
        _optimizer.SetLearningRate(_schedule.RateAt(State.Epoch));
        var (clock, before, index) = (Stopwatch.StartNew(), State.Totals.Seconds, 0);
        foreach (var batch in training(State.Epoch, cancellationToken))
        {
            using var _ = batch;
            if (index++ < State.Batches)
            {
                continue; // A training that was cancelled within this epoch has taken it already.
            }

            var totals = State.Totals.Add(Step(batch), batch.RecordingIds.Count) with { Seconds = before + clock.Elapsed.TotalSeconds };
            State = State with { Step = State.Step + 1, Batches = index, Totals = totals };
            observer.OnStep(pace.After(State));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Takes one step.</summary>
    internal LossResult Step(WindowBatch batch)
    {
        using var scope = NewDisposeScope();
        _optimizer.ClearGradients();
        var loss = Loss(batch);
        _step.Backward(loss.Total);
        if (GradientGuard.FindNonFinite(_optimizer.Parameters) is { } weight)
        {
            var modality = weight.Split('.')[0];
            throw Stopped(State.Step + 1, $"the gradient of the weight '{weight}' of the modality '{modality}' is not a finite number");
        }

        _optimizer.Step();
        return loss;
    }

    private LossTotals Validate(BatchSource validation, CancellationToken cancellationToken)
    {
        _model.eval();
        using var noGradient = no_grad();
        var (clock, totals) = (Stopwatch.StartNew(), new LossTotals());
        foreach (var batch in validation(0, cancellationToken))
        {
            using var _ = batch;
            using var scope = NewDisposeScope();
            totals = totals.Add(Loss(batch), batch.RecordingIds.Count);
        }

        return totals with { Seconds = clock.Elapsed.TotalSeconds };
    }

    private LossResult Loss(WindowBatch batch)
    {
        LossResult loss;
        try
        {
            loss = _step.Loss(batch);
        }
        catch (MpucException exception)
        {
            throw Stopped(State.Step + 1, exception.Message.TrimEnd('.'));
        }

        if (!double.IsFinite(loss.Value))
        {
            var pair = loss.Pairs.First(pair => !double.IsFinite(pair.Value)).Key;
            throw Stopped(State.Step + 1, $"the loss of the pair {pair} is not a finite number");
        }

        return loss;
    }

    private MpucException Stopped(long step, string why) => new($"Training stopped in epoch {State.Epoch + 1} at step {step}: {why}.");

    /// <inheritdoc/>
    public void Dispose() => _optimizer.Dispose();
}
