using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>
/// The optional attention of the authors' released code: the sum of a <see cref="PositionAttention"/> whose channels are the frames and one
/// whose channels are the nodes.
/// </summary>
internal sealed class SpaceTimeAttention : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "time")]
    private readonly PositionAttention _time;

    [ComponentName(Name = "space")]
    private readonly PositionAttention _space;

    /// <summary>Creates the layer.</summary>
    public SpaceTimeAttention(long nodes, long frames)
        : base(nameof(SpaceTimeAttention))
    {
        (_time, _space) = (new PositionAttention(frames), new PositionAttention(nodes));
        RegisterComponents();
    }

    /// <summary>Attends.</summary>
    /// <param name="values">Values, <c>[B, nodes, T, C]</c>.</param>
    /// <returns>Values, <c>[B, nodes, T, C]</c>.</returns>
    public override Tensor forward(Tensor values)
    {
        using var scope = NewDisposeScope();
        var byFrame = values.transpose(1, 2);
        var time = _time.call(byFrame.flatten(2)).view(byFrame.shape).transpose(1, 2);
        return (_space.call(values.flatten(2)).view(values.shape) + time).MoveToOuterDisposeScope();
    }
}
