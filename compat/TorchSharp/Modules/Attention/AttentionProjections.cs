using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The linear maps before attention: one weight for query, key and value where all three have the same size, three otherwise,
/// as PyTorch keeps them.
/// </summary>
internal sealed class AttentionProjections
{
    private readonly long _features;
    private readonly Parameter[] _weights;
    private readonly Parameter? _bias;

    internal AttentionProjections(long features, long keyFeatures, long valueFeatures, bool bias)
    {
        _features = features;
        long[] inputs = [features, keyFeatures, valueFeatures];
        _weights = inputs.All(input => input == features)
            ? [new Parameter(nn.init.xavier_uniform_(empty([3 * features, features])))]
            : [.. inputs.Select(input => new Parameter(nn.init.xavier_uniform_(empty([features, input]))))];
        _bias = bias ? new Parameter(zeros([3 * features])) : null;
    }

    internal IEnumerable<(string Name, Parameter Parameter)> Parameters
    {
        get
        {
            string[] names = _weights.Length == 1 ? ["in_proj_weight"] : ["q_proj_weight", "k_proj_weight", "v_proj_weight"];
            var weights = names.Zip(_weights);
            return _bias is null ? weights : weights.Append(("in_proj_bias", _bias));
        }
    }

    internal (Tensor Query, Tensor Key, Tensor Value) Project(Tensor query, Tensor key, Tensor value)
    {
        if (_weights.Length == 1 && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var joined = nn.functional.linear(query, _weights[0], _bias).chunk(3, -1);
            return (joined[0], joined[1], joined[2]);
        }

        Tensor[] weights = _weights.Length == 1 ? _weights[0].chunk(3) : _weights;
        var biases = _bias?.chunk(3);
        return (
            nn.functional.linear(query, weights[0], biases?[0]),
            nn.functional.linear(key, weights[1], biases?[1]),
            nn.functional.linear(value, weights[2], biases?[2]));
    }
}
