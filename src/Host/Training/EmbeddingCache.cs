using Mpuc.Host.Data;
using Mpuc.Host.Objectives;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// A batch that goes through the encoders in parts and is contrasted as a whole (GradCache, Gao et al. 2021): the parts' embeddings are computed without
/// keeping what gradients need; the loss is differentiated by them; then each part goes through the encoders again and takes the gradient of its embeddings
/// back. The result is that of the whole batch, but for batch normalisation, whose statistics are each part's.
/// </summary>
internal sealed class EmbeddingCache
{
    private readonly MultimodalEncoder _model;
    private readonly Func<WindowBatch, IReadOnlyList<ModalityEmbeddings>> _embed;
    private readonly IReadOnlyList<WindowBatch> _parts;
    private readonly long[] _seeds;
    private readonly Tensor _generator;
    private readonly IReadOnlyList<Tensor> _buffers;
    private readonly Dictionary<string, Tensor> _leaves;

    /// <summary>Computes the embeddings of all parts.</summary>
    /// <param name="model">The encoders.</param>
    /// <param name="embed">Computes one part's embeddings.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="parts">In how many parts.</param>
    public EmbeddingCache(MultimodalEncoder model, Func<WindowBatch, IReadOnlyList<ModalityEmbeddings>> embed, WindowBatch batch, int parts)
    {
        (_model, _embed, _parts) = (model, embed, BatchParts.Split(batch, parts));

        // Dropout must drop the same the second time, on every device.
        _seeds = randint(0, long.MaxValue, [_parts.Count], ScalarType.Int64).data<long>().ToArray();
        _generator = get_rng_state();
        _buffers = [.. model.buffers().Select(buffer => buffer.clone())];
        var computed = new List<ModalityEmbeddings>();
        using (no_grad())
        {
            foreach (var (index, part) in _parts.Index())
            {
                manual_seed(_seeds[index]);
                computed.AddRange(embed(part).Select(modality => modality with { Rows = BatchParts.WholeRows(batch, part, modality.Rows) }));
            }
        }

        set_rng_state(_generator);
        var isTraining = is_grad_enabled();
        Embeddings =
        [
            .. computed.GroupBy(modality => modality.Modality, (name, pieces) => pieces.ToList()).Select(pieces => new ModalityEmbeddings(
                pieces[0].Modality,
                cat([.. pieces.Select(piece => piece.Values)]).requires_grad_(isTraining),
                [.. pieces.SelectMany(piece => piece.Rows)])),
        ];
        _leaves = Embeddings.ToDictionary(modality => modality.Modality, modality => modality.Values, StringComparer.Ordinal);
    }

    /// <summary>The whole batch's embeddings, leaves of the loss's graph.</summary>
    public IReadOnlyList<ModalityEmbeddings> Embeddings { get; }

    /// <summary>Takes the gradients of <see cref="Embeddings"/> back to the encoders' weights, where they add up.</summary>
    /// <param name="beforeLast">Called before the backward pass that completes them.</param>
    public void Backward(Action beforeLast)
    {
        using (no_grad())
        {
            foreach (var (buffer, before) in _model.buffers().Zip(_buffers))
            {
                buffer.copy_(before);
            }
        }

        var taken = _leaves.Keys.ToDictionary(name => name, _ => 0L, StringComparer.Ordinal);
        foreach (var (index, part) in _parts.Index())
        {
            using var scope = NewDisposeScope();
            manual_seed(_seeds[index]);
            var embeddings = _embed(part);
            var (outputs, gradients) = (new List<Tensor>(), new List<Tensor>());
            foreach (var modality in embeddings)
            {
                var count = modality.Rows.Count;
                if (_leaves[modality.Modality].grad is { } gradient)
                {
                    outputs.Add(modality.Values);
                    gradients.Add(gradient.narrow(0, taken[modality.Modality], count));
                }

                taken[modality.Modality] += count;
            }

            if (index == _parts.Count - 1)
            {
                beforeLast();
            }

            if (outputs.Count > 0)
            {
                autograd.backward(outputs, gradients);
            }
        }

        set_rng_state(_generator);
    }
}
