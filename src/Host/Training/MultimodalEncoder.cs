using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Data;
using Mpuc.Host.Modalities;
using Mpuc.Host.Objectives;
using Mpuc.Host.Plugins.Loading;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// One encoder per modality, each a backbone and a projection head (paper, Fig. 1). The state has the keys <c>NAME.backbone.*</c> and
/// <c>NAME.projection.*</c>.
/// </summary>
public sealed class MultimodalEncoder : nn.Module
{
    private readonly List<(Modality Modality, ModalityBranch Branch)> _branches = [];

    /// <summary>
    /// Makes an encoder with fresh weights. They follow from the seed and each modality's own name, so a modality starts from the same
    /// weights whatever others stand beside it. Resets the default random generator.
    /// </summary>
    /// <param name="modalities">The modalities, names unique.</param>
    /// <param name="contexts">The shape of each modality's input, by name.</param>
    /// <param name="projection">The projection heads' sizes.</param>
    /// <param name="seed">Decides the weights.</param>
    /// <param name="isRestored">Whether a checkpoint's weights replace these, so that files of pretrained weights are not needed.</param>
    /// <exception cref="MpucException">A plugin cannot make its backbone.</exception>
    public MultimodalEncoder(
        IReadOnlyList<Modality> modalities,
        IReadOnlyDictionary<string, BackboneContext> contexts,
        ProjectionOptions projection,
        int seed,
        bool isRestored = false)
        : base(nameof(MultimodalEncoder))
    {
        EmbeddingSize = projection.Kind == ProjectionKind.None ? Backbone.FeatureSize : projection.Size;
        foreach (var modality in modalities)
        {
            manual_seed(SeedOf(seed, modality.Name));
            var branch = new ModalityBranch(
                modality.CreateBackbone(contexts[modality.Name] with { IsRestored = isRestored }),
                projection,
                modality.Settings.InputNoise);
            register_module(modality.Name, branch);
            _branches.Add((modality, branch));
        }
    }

    /// <summary>The size of the embeddings.</summary>
    public long EmbeddingSize { get; }

    /// <summary>The modalities, in the configuration's order.</summary>
    public IReadOnlyList<Modality> Modalities => [.. _branches.Select(branch => branch.Modality)];

    /// <summary>The features before the projection heads, which the downstream task reads (paper, Sec. III-C).</summary>
    /// <param name="batch">A batch; all views go through in one pass.</param>
    /// <returns>Features by modality, <c>[R, 512]</c> each, R as in <see cref="ModalityBatch.Rows"/>, on the encoder's device.</returns>
    /// <exception cref="MpucException">A backbone returns another shape; the message names the modality and its plugin.</exception>
    public IReadOnlyDictionary<string, Tensor> Features(WindowBatch batch) => _branches.ToDictionary(
        branch => branch.Modality.Name, branch => Features(branch.Modality, branch.Branch, batch), StringComparer.Ordinal);

    /// <summary>The embeddings that the loss compares (paper, Eq. 1's z), of the modalities that the batch has.</summary>
    /// <param name="batch">A batch; all views go through in one pass.</param>
    /// <returns>Embeddings, <c>[R, size]</c> each, not normalised.</returns>
    /// <exception cref="MpucException">A backbone returns another shape; the message names the modality and its plugin.</exception>
    public IReadOnlyList<ModalityEmbeddings> Embeddings(WindowBatch batch) =>
    [
        .. from branch in _branches
           let rows = RowsOf(branch.Modality, batch)
           where rows.Count > 0
           let features = Features(branch.Modality, branch.Branch, batch)
           select new ModalityEmbeddings(branch.Modality.Name, branch.Branch.Project(features), rows),
    ];

    /// <summary>The embeddings that follow from features, as after <see cref="Features(WindowBatch)"/>.</summary>
    /// <param name="modality">A modality's name.</param>
    /// <param name="features">Features, <c>[R, 512]</c>.</param>
    /// <returns>Embeddings, <c>[R, size]</c>, not normalised, on the encoder's device.</returns>
    public Tensor Project(string modality, Tensor features)
    {
        var branch = _branches.First(branch => branch.Modality.Name == modality).Branch;
        return branch.Project(features.to(branch.parameters().First().device));
    }

    /// <summary>A seed of its own for each name, so that no name's random numbers depend on another's.</summary>
    internal static long SeedOf(int seed, string name) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{name}"))) & long.MaxValue;

    private static IReadOnlyList<long> RowsOf(Modality modality, WindowBatch batch) =>
        batch.Modalities.TryGetValue(modality.Name, out var windows) ? windows.Rows : [];

    private static Tensor Features(Modality modality, ModalityBranch branch, WindowBatch batch)
    {
        var device = branch.parameters().First().device;
        var rows = RowsOf(modality, batch).Count;
        if (rows == 0)
        {
            return zeros([0, Backbone.FeatureSize], device: device);
        }

        var windows = batch.Modalities[modality.Name];
        var features = Guarded(modality, () => branch.forward(windows.Values.to(device), windows.Lengths.to(device)));
        return features.shape is [var count, Backbone.FeatureSize] && count == rows ? features : throw new MpucException(
            $"{BackboneOf(modality)} returned features of shape [{string.Join(", ", features.shape)}], where [{rows}, "
                + $"{Backbone.FeatureSize}] is due.");
    }

    private static Tensor Guarded(Modality modality, Func<Tensor> forward)
    {
        try
        {
            var features = forward() ?? throw new MpucException("it returned null");
            RequireAlive(features);
            return features;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new MpucException($"{BackboneOf(modality)} could not encode a batch: {PluginFault.Describe(fault)}.", fault);
        }
    }

    private static void RequireAlive(Tensor features)
    {
        try
        {
            _ = features.shape;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException)
        {
            throw new MpucException("it returned a tensor that is disposed", exception);
        }
    }

    private static string BackboneOf(Modality modality) =>
        $"The backbone '{modality.Settings.Backbone}' of the modality '{modality.Name}' (plugin {modality.BackbonePlugin.Id} "
            + $"{modality.BackbonePlugin.Version})";
}
