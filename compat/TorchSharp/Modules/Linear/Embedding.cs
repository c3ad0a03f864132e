using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, one per index.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private static readonly Operator LookUp = new("aten::embedding");
    private static readonly Operator Renormalize = new("aten::embedding_renorm_");

    private readonly long _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleGradByFrequency;
    private readonly bool _sparse;
    private Parameter _weight;

    internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
        : base(nameof(Embedding))
    {
        var count = weight.shape[0];
        if (padding_idx < -count || padding_idx >= count)
        {
            throw new ArgumentOutOfRangeException(nameof(padding_idx), padding_idx, $"The table has {count} rows.");
        }

        _paddingIndex = padding_idx is < 0 ? padding_idx.Value + count : padding_idx ?? -1;
        (_maxNorm, _normType, _scaleGradByFrequency, _sparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
        this.weight = _weight = weight;
    }

    /// <summary><c>[num_embeddings, embedding_dims]</c>.</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <param name="input">Indices, int32 or int64, of any shape <c>[*]</c>.</param>
    /// <returns><c>[*, embedding_dims]</c>.</returns>
    public override Tensor forward(Tensor input)
    {
        if (_maxNorm is { } limit)
        {
            using var ungraded = no_grad();
            using var indices = input.contiguous();
            Renormalize.CallVoid(weight, indices, limit, _normType);
        }

        return LookUp.Call(weight, input, _paddingIndex, _scaleGradByFrequency, _sparse);
    }

    /// <summary>Normal starting values, and zeros for the padding.</summary>
    internal void Reset()
    {
        nn.init.normal_(_weight);
        if (_paddingIndex >= 0)
        {
            using var values = _weight.detach();
            using var row = values.select(0, _paddingIndex);
            row.zero_();
        }
    }
}
