using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Inference.Classification;
using TorchSharp;

namespace Mpuc.Host.Inference.Predictions;

/// <summary>Puts a classifier's outputs into words and figures.</summary>
internal sealed class ClassProbabilities(BundleModel model)
{
    // A class that no training recording shows has the frequency 0, and its logarithm must stay finite.
    private const double Smallest = 1e-6;

    private readonly SubsetClassifier _classifier = model.Classifier!;
    private readonly BundleTask _task = model.Manifest.Task!;
    private readonly IReadOnlyList<string> _modalities = [.. model.Modalities.Select(modality => modality.Name)];

    /// <summary>Probabilities, row by row.</summary>
    /// <param name="features">Features, <c>[N, M * 512]</c>; NaN where a modality is missing.</param>
    public IReadOnlyList<float[]> Of(torch.Tensor features)
    {
        using var probabilities = _classifier.Probabilities(features);
        return [.. probabilities.data<float>().ToArray().Chunk(_task.Classes.Count)];
    }

    /// <summary>Describes a recording.</summary>
    /// <param name="row">Its features, <c>[1, M * 512]</c>; NaN where a modality is missing.</param>
    public Prediction Describe(string id, torch.Tensor row, IReadOnlyList<WindowPrediction> timeline)
    {
        using var scope = torch.NewDisposeScope();
        var present = _modalities.Where((_, place) => !row.narrow(1, place * Backbone.FeatureSize, 1).isnan().item<bool>()).ToList();
        if (present.Count == 0)
        {
            throw new MpucException($"Recording '{id}': none of its sources could be read, so that there is nothing to judge it by.");
        }

        var probabilities = Of(row)[0];
        var top = Top(probabilities);
        var contributions = present.ToDictionary(
            name => name, name => Log(probabilities[top]) - Log(Without(row, present, name, top)), StringComparer.Ordinal);
        return new Prediction(id, present, _task.Classes[top], Present(probabilities, top), Named(probabilities), contributions, timeline);
    }

    /// <summary>Describes what a part of a recording's modalities says.</summary>
    /// <param name="row">The features of all, <c>[1, M * 512]</c>.</param>
    public SubsetPrediction Describe(IReadOnlyList<string> subset, torch.Tensor row, IReadOnlyList<WindowPrediction> timeline)
    {
        using var kept = Keep(row, subset);
        var probabilities = Of(kept)[0];
        return new SubsetPrediction(subset, _task.Classes[Top(probabilities)], Named(probabilities), timeline);
    }

    /// <summary>Leaves modalities out.</summary>
    /// <param name="features">Features, <c>[N, M * 512]</c>.</param>
    /// <returns>The same with NaN for all others; the caller owns it.</returns>
    public torch.Tensor Keep(torch.Tensor features, IReadOnlyList<string> subset) => _classifier.Keep(features, [.. subset]);

    /// <summary>Describes a window.</summary>
    /// <param name="start">Where it starts, in seconds.</param>
    /// <param name="end">Where it ends.</param>
    public WindowPrediction Describe(double start, double end, float[] probabilities) =>
        new(start, end, _task.Classes[Top(probabilities)], Named(probabilities));

    private static double Log(double probability) => Math.Log(Math.Max(probability, Smallest));

    private static int Top(float[] probabilities) => Array.IndexOf(probabilities, probabilities.Max());

    private double Without(torch.Tensor row, List<string> present, string left, int top)
    {
        if (present.Count == 1)
        {
            return _task.Frequencies[top];
        }

        using var kept = Keep(row, [.. present.Where(name => name != left)]);
        return Of(kept)[0][top];
    }

    private IReadOnlyList<string> Present(float[] probabilities, int top) => _task.Kind == TaskKind.SingleLabel
        ? [_task.Classes[top]]
        : [.. _task.Classes.Where((_, place) => probabilities[place] >= _task.Threshold)];

    private Dictionary<string, double> Named(float[] probabilities) =>
        _task.Classes.Index().ToDictionary(pair => pair.Item, pair => (double)probabilities[pair.Index], StringComparer.Ordinal);
}
