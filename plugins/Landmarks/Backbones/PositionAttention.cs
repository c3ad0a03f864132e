using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>
/// Self-attention over all positions of a map (Zhang et al. 2019, SAGAN, Eq. 1 to 3): every position becomes itself plus gamma times a
/// mixture of all positions' values. Gamma starts at 0. The mixture's weights take P x P numbers per row of the batch.
/// </summary>
internal sealed class PositionAttention : nn.Module<Tensor, Tensor>
{
    // How many times fewer channels queries and keys have than the map.
    private const long Reduction = 8;

    [ComponentName(Name = "query")]
    private readonly Conv1d _query;

    [ComponentName(Name = "key")]
    private readonly Conv1d _key;

    [ComponentName(Name = "value")]
    private readonly Conv1d _value;

    [ComponentName(Name = "gamma")]
    private readonly Parameter _gamma;

    /// <summary>Creates the layer.</summary>
    public PositionAttention(long channels)
        : base(nameof(PositionAttention))
    {
        var reduced = Math.Max(1, channels / Reduction);
        _query = nn.Conv1d(channels, reduced, kernel_size: 1);
        _key = nn.Conv1d(channels, reduced, kernel_size: 1);
        _value = nn.Conv1d(channels, channels, kernel_size: 1);
        _gamma = new Parameter(zeros(1));
        RegisterComponents();
    }

    /// <summary>Attends.</summary>
    /// <param name="map">Values, <c>[B, C, P]</c>.</param>
    /// <returns>Values, <c>[B, C, P]</c>.</returns>
    public override Tensor forward(Tensor map)
    {
        using var scope = NewDisposeScope();
        var attention = _query.call(map).transpose(1, 2).bmm(_key.call(map)).softmax(-1);
        return addcmul(map, _gamma, _value.call(map).bmm(attention.transpose(1, 2)), 1).MoveToOuterDisposeScope();
    }
}
