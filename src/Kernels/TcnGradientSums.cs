namespace Mpuc.Kernels;

/// <summary>
/// Where the gradients of a block's weights add up over some windows: in one piece of memory, in the layout of the packed weights.
/// </summary>
internal readonly unsafe struct TcnGradientSums
{
    private readonly float* _start;
    private readonly int _matrix;
    private readonly int _hidden;
    private readonly int _taps;

    public TcnGradientSums(TcnBlockShape shape, float* start)
    {
        _start = start;
        _matrix = shape.Channels * shape.Hidden;
        _hidden = shape.Hidden;
        _taps = 3 * shape.TapGroups;
    }

    /// <summary><c>[hidden, channels]</c>.</summary>
    public float* Expand => _start;

    /// <summary><c>[channels, hidden]</c> in panels.</summary>
    public float* Reduce => _start + _matrix;

    public float* ExpandBias => _start + (2 * _matrix);

    public float* Gain1 => ExpandBias + _hidden;

    public float* Offset1 => Gain1 + _hidden;

    public float* DepthwiseBias => Offset1 + _hidden;

    public float* Gain2 => DepthwiseBias + _hidden;

    public float* Offset2 => Gain2 + _hidden;

    /// <summary><c>[taps, hidden]</c>, the taps filled up to threes.</summary>
    public float* Depthwise => Offset2 + _hidden;

    public float* Slopes => Depthwise + (_taps * _hidden);

    public float* ReduceBias => Slopes + TcnBlockShape.Lanes;

    public static int Floats(TcnBlockShape shape) =>
        (2 * shape.Channels * shape.Hidden) + ((6 + (3 * shape.TapGroups)) * shape.Hidden) + TcnBlockShape.Lanes + shape.Channels;
}
