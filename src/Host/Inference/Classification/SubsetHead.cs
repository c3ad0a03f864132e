using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Weights.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Inference.Classification;

/// <summary>
/// The paper's prediction layer (Sec. III-C: fc, ReLU, fc) for one subset of the modalities, with its standardisation. Owns its tensors.
/// </summary>
internal sealed class SubsetHead : IDisposable
{
    private static readonly string[] LayerTensors = ["hidden.weight", "hidden.bias", "output.weight", "output.bias"];

    private readonly nn.Module<Tensor, Tensor> _layers;
    private readonly Standardizer _standardizer;

    private SubsetHead(IReadOnlyList<string> modalities, nn.Module<Tensor, Tensor> layers, Standardizer standardizer)
    {
        (Modalities, _layers, _standardizer) = (modalities, layers, standardizer);
        _layers.eval();
    }

    /// <summary>The modalities, in the order of the inputs.</summary>
    public IReadOnlyList<string> Modalities { get; }

    /// <summary>The number of classes.</summary>
    public long Classes { get; private init; }

    /// <summary>Learns as the probe of an evaluation does, with the same weights in the end.</summary>
    /// <param name="training">Their features of the training rows, <c>[N, S * D]</c>; NaN where a recording lacks one.</param>
    public static SubsetHead Fit(
        IReadOnlyList<string> modalities, Tensor training, LabelledRows rows, ClassificationLoss loss, EvaluationOptions options, int seed)
    {
        manual_seed(seed);
        var layers = Layers(training.shape[1], options.ProbeHidden, rows.Classes.Count);
        var standardizer = new Standardizer(training);
        using var standardised = standardizer.Apply(training);
        Classifiers.Fit(layers, standardised, rows.TrainingTargets, loss, options, seed);
        return new SubsetHead(modalities, layers, standardizer) { Classes = rows.Classes.Count };
    }

    /// <summary>Reads a head.</summary>
    /// <param name="modalities">The modalities, in the order of the inputs.</param>
    /// <exception cref="MpucException">A tensor is missing or of another type or shape.</exception>
    public static SubsetHead Load(SafetensorsFile file, string prefix, IReadOnlyList<string> modalities, int classes)
    {
        var features = modalities.Count * Backbone.FeatureSize;
        var hidden = file.Entries.GetValueOrDefault(prefix + "hidden.weight")?.Shape is [var width, _] ? width : 0;
        Check(file, prefix + "mean", features);
        Check(file, prefix + "deviation", features);
        Check(file, prefix + "hidden.weight", hidden, features);
        Check(file, prefix + "hidden.bias", hidden);
        Check(file, prefix + "output.weight", classes, hidden);
        Check(file, prefix + "output.bias", classes);
        var layers = Layers(features, hidden, classes);
        using var scope = NewDisposeScope();
        layers.load_state_dict(LayerTensors.ToDictionary(name => name, name => file.Read(prefix + name), StringComparer.Ordinal));
        return new SubsetHead(modalities, layers, new Standardizer(
            file.Read(prefix + "mean").MoveToOuterDisposeScope(),
            file.Read(prefix + "deviation").MoveToOuterDisposeScope())) { Classes = classes };
    }

    /// <summary>The head's tensors, for <see cref="Load"/>.</summary>
    /// <returns>Names and tensors; not the caller's to dispose.</returns>
    public IEnumerable<KeyValuePair<string, Tensor>> Tensors(string prefix) => _layers.state_dict()
        .Append(KeyValuePair.Create("mean", _standardizer.Mean)).Append(KeyValuePair.Create("deviation", _standardizer.Deviation))
        .Select(tensor => KeyValuePair.Create(prefix + tensor.Key, tensor.Value));

    /// <summary>Logits of the classes.</summary>
    /// <param name="features">Features of <see cref="Modalities"/>, <c>[N, S * D]</c>.</param>
    /// <returns><c>[N, C]</c>, in the caller's dispose scope.</returns>
    public Tensor Logits(Tensor features) => _layers.call(_standardizer.Apply(features));

    /// <inheritdoc/>
    public void Dispose()
    {
        _layers.Dispose();
        _standardizer.Dispose();
    }

    private static void Check(SafetensorsFile file, string name, params long[] shape)
    {
        if (file.Entries.GetValueOrDefault(name) is not { Type: ScalarType.Float32 } entry || !entry.Shape.SequenceEqual(shape))
        {
            throw new MpucException(
                $"{file.Path} does not fit its bundle: the tensor '{name}' must be float32 of shape [{string.Join(", ", shape)}].");
        }
    }

    private static nn.Module<Tensor, Tensor> Layers(long features, long hidden, long classes) => nn.Sequential(
        ("hidden", nn.Linear(features, hidden)), ("relu", nn.ReLU()), ("output", nn.Linear(hidden, classes)));
}
