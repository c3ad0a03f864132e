using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Weights.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Inference.Classification;

/// <summary>
/// Classifies recordings by whatever modalities they have: one head per subset of the modalities. A subset without a head of its own, of a
/// model with many modalities, takes the mean of the probabilities of its modalities' heads. Owns its tensors; predicting is safe from
/// several threads at once.
/// </summary>
internal sealed class SubsetClassifier : IDisposable
{
    private const string SubsetsKey = "subsets";

    private readonly IReadOnlyList<string> _modalities;
    private readonly IReadOnlyList<SubsetHead> _heads;
    private readonly ClassificationLoss _decisions;
    private readonly Dictionary<string, SubsetHead> _bySubset;

    private SubsetClassifier(IReadOnlyList<string> modalities, IReadOnlyList<SubsetHead> heads, ClassificationLoss decisions)
    {
        (_modalities, _heads, _decisions) = (modalities, heads, decisions);
        _bySubset = heads.ToDictionary(head => KeyOf(head.Modalities), StringComparer.Ordinal);
    }

    /// <summary>Learns.</summary>
    /// <param name="training">
    /// Features of the training rows, <c>[N, M * D]</c>, modality by modality; NaN where a recording lacks one.
    /// </param>
    public static SubsetClassifier Fit(
        Tensor training, LabelledRows rows, IReadOnlyList<string> modalities, EvaluationOptions options, int seed)
    {
        var loss = new ClassificationLoss(rows.Space, rows.TrainingTargets, options.Threshold);
        var heads = new List<SubsetHead>();
        foreach (var subset in ModalitySubsets.Of(modalities, options.MaximumSubsetModalities).DistinctBy(KeyOf, StringComparer.Ordinal))
        {
            using var columns = Columns(training, modalities, subset);
            heads.Add(SubsetHead.Fit(subset, columns, rows, loss, options, seed));
        }

        return new SubsetClassifier(modalities, heads, loss);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="modalities">The modalities' names, in the order of its inputs.</param>
    /// <exception cref="MpucException">The file is damaged or of another model.</exception>
    public static SubsetClassifier Load(string path, BundleTask task, IReadOnlyList<string> modalities)
    {
        using var file = SafetensorsFile.Open(path);
        var subsets = Subsets(file);
        if (subsets.DistinctBy(KeyOf, StringComparer.Ordinal).Count() < subsets.Count
            || subsets.Exists(subset => subset.Except(modalities, StringComparer.Ordinal).Any()))
        {
            throw new MpucException(
                $"{path} does not fit its bundle: its heads must be for subsets of {string.Join(", ", modalities)}, each once.");
        }

        return modalities.FirstOrDefault(name => !subsets.Exists(subset => subset is [var only] && only == name)) is { } missing
            ? throw new MpucException($"{path} does not fit its bundle: it has no head for the modality '{missing}'.")
            : new SubsetClassifier(
                modalities,
                [.. subsets.Select((subset, place) => SubsetHead.Load(file, PrefixOf(place), subset, task.Classes.Count))],
                new ClassificationLoss(new LabelSpace(task.Kind, task.Classes), [], task.Threshold));
    }

    /// <summary>Writes the classifier, atomically.</summary>
    public void Save(string path) => SafetensorsFile.Write(
        path,
        _heads.SelectMany((head, place) => head.Tensors(PrefixOf(place))).ToDictionary(StringComparer.Ordinal),
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SubsetsKey] = JsonSerializer.Serialize(_heads.Select(head => head.Modalities)),
        });

    /// <summary>Probabilities of the classes.</summary>
    /// <param name="features">Features, <c>[N, M * D]</c>; NaN where a modality is missing.</param>
    /// <returns>
    /// <c>[N, C]</c>; they add up to 1 for a single label, and each stands for itself for several; 0 in rows without any modality. The
    /// caller owns it.
    /// </returns>
    public Tensor Probabilities(Tensor features)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var missing = features.reshape(features.shape[0], _modalities.Count, -1).isnan().any(2).data<bool>().ToArray();
        var rows = missing.Chunk(_modalities.Count)
            .Select(row => (IReadOnlyList<string>)[.. _modalities.Where((_, place) => !row[place])])
            .ToList();
        var groups = Enumerable.Range(0, rows.Count)
            .GroupBy(row => KeyOf(rows[row]), StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        var order = groups.SelectMany(group => group).Index().OrderBy(pair => pair.Item).Select(pair => (long)pair.Index).ToArray();
        var parts = groups.Select(group => Of(features.index_select(0, tensor(group.Select(row => (long)row).ToArray())), rows[group[0]]))
            .ToArray();
        return cat(parts, 0).index_select(0, tensor(order)).MoveToOuterDisposeScope();
    }

    /// <summary>Decides.</summary>
    /// <param name="probabilities">Probabilities, <c>[N, C]</c>.</param>
    public long[] Decide(Tensor probabilities) => _decisions.Decide(probabilities);

    /// <summary>Leaves modalities out.</summary>
    /// <param name="features">Features, <c>[N, M * D]</c>.</param>
    /// <returns>The same with NaN for all others; the caller owns it.</returns>
    public Tensor Keep(Tensor features, IReadOnlyCollection<string> subset)
    {
        using var scope = NewDisposeScope();
        var parts = features.chunk(_modalities.Count, 1);
        return cat([.. parts.Select((part, place) => subset.Contains(_modalities[place]) ? part : part.full_like(float.NaN))], 1)
            .MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var head in _heads)
        {
            head.Dispose();
        }

        _decisions.Dispose();
    }

    // The rows' features of all modalities; the result stays in the caller's dispose scope.
    private Tensor Of(Tensor features, IReadOnlyList<string> present)
    {
        if (_bySubset.TryGetValue(KeyOf(present), out var head))
        {
            return _decisions.Probabilities(head.Logits(Columns(features, _modalities, present)));
        }

        var single = present.Select(name =>
            _decisions.Probabilities(_bySubset[KeyOf([name])].Logits(Columns(features, _modalities, [name])))).ToArray();
        return single.Length == 0 ? zeros(features.shape[0], _bySubset.Values.First().Classes) : stack(single).mean([0]);
    }

    private static List<IReadOnlyList<string>> Subsets(SafetensorsFile file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<IReadOnlyList<string>>>(file.Metadata.GetValueOrDefault(SubsetsKey) ?? "null") ?? [];
        }
        catch (JsonException exception)
        {
            throw new MpucException($"{file.Path} is damaged: its '{SubsetsKey}' are not as written.", exception);
        }
    }

    private static Tensor Columns(Tensor features, IReadOnlyList<string> modalities, IReadOnlyList<string> subset)
    {
        using var scope = NewDisposeScope();
        var parts = features.chunk(modalities.Count, 1);
        return cat([.. parts.Where((_, place) => subset.Contains(modalities[place], StringComparer.Ordinal))], 1).MoveToOuterDisposeScope();
    }

    private static string KeyOf(IReadOnlyList<string> subset) => string.Join('\n', subset);

    private static string PrefixOf(int place) => FormattableString.Invariant($"head.{place}.");
}
