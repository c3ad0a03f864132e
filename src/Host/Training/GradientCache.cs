using Mpuc.Host.Data;
using Mpuc.Host.Objectives;
using Mpuc.Host.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>
/// A batch that goes through the encoders in parts and is contrasted as a whole (GradCache, Gao et al. 2021): the parts' embeddings are
/// computed without keeping what gradients need; the loss is differentiated by them; then each part goes through the encoders again and
/// takes the gradient of its embeddings back. The result is that of the whole batch, but for batch normalisation, whose statistics are each
/// part's.
/// </summary>
internal sealed class GradientCache
{
    private readonly MultimodalEncoder _model;
    private readonly IReadOnlyList<WindowBatch> _parts;
    private readonly long[] _seeds;
    private readonly Tensor _generator;
    private readonly IReadOnlyList<Tensor> _buffers;
    private readonly Dictionary<string, Tensor> _leaves;

    /// <summary>Computes the embeddings of all parts.</summary>
    public GradientCache(MultimodalEncoder model, WindowBatch batch, int parts)
    {
        (_model, _parts) = (model, MicroBatches.Split(batch, parts));

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
                computed.AddRange(
                    model.Embeddings(part).Select(modality => modality with { Rows = MicroBatches.WholeRows(batch, part, modality.Rows) }));
            }
        }

        RandomState.Restore(_generator);
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
    public void Backward()
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
            var embeddings = _model.Embeddings(part);
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

            if (outputs.Count > 0)
            {
                autograd.backward(outputs, gradients);
            }
        }

        RandomState.Restore(_generator);
    }
}
