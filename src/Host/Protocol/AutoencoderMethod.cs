using Mpuc.Host.Baselines;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Protocol;

/// <summary>
/// CAE-LR (Koromilas and Giannakopoulos 2021): a convolutional autoencoder learns to read the stacked modalities back, without labels, and
/// logistic regression classifies its code.
/// </summary>
internal sealed class AutoencoderMethod : IMethod
{
    /// <summary>The method's name.</summary>
    public const string Name = "caeLr";

    private const string Column = "code";

    /// <inheritdoc/>
    public string Id => Name;

    /// <inheritdoc/>
    public IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken)
    {
        var (options, seed) = (fold.Configuration.Baselines.CaeLr, fold.Configuration.Seed);
        using var stacked = new StackedWindows(fold.Modalities, fold.Contexts, options);
        manual_seed(MultimodalEncoder.SeedOf(seed, Name));
        using var model = new ConvolutionalAutoencoder(options.Channels);
        model.to(fold.Device);
        var checkpoint = BaselineCheckpoint.In(folder, fold.Log.Logger);
        Train(fold, stacked, model, options, checkpoint, cancellationToken);
        model.eval();
        using var codes = FeatureExtractor.Extract(
            fold.Windows(fold.Recordings, fold.Modalities, fold.EvaluationStore, cancellationToken),
            batch => new Dictionary<string, Tensor> { [Column] = model.Encode(stacked.Of(batch).to(fold.Device)) },
            [Column],
            batch => [.. Enumerable.Range(0, batch.Rows).Select(row => (long)row)]);
        var row = MethodRow.Of(fold, Name, fold.Names, supervised: false, FrozenFeatures.Predict(fold, codes, [Column], isLinear: true));
        checkpoint.Delete();
        return [row];
    }

    private static void Train(
        Fold fold,
        StackedWindows stacked,
        ConvolutionalAutoencoder model,
        AutoencoderOptions options,
        BaselineCheckpoint checkpoint,
        CancellationToken cancellationToken)
    {
        var configuration = fold.Configuration;
        var recordings = EncoderStageData.From(fold.Split).Training;
        var loader = new BatchLoader(
            recordings,
            fold.TrainingStore,
            fold.Modalities,
            configuration.Window,
            options.BatchSize,
            configuration.Seed,
            configuration.Data.Workers);
        stacked.Fit(loader.Epoch(0, cancellationToken));
        var epochs = Math.Min(options.Epochs, configuration.Training.Epochs);
        new AutoencoderTrainer(model, stacked, options.LearningRate, checkpoint)
            .Train(loader.Epoch, epochs, fold.Device, cancellationToken);
    }
}
