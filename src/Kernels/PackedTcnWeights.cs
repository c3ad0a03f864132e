namespace Mpuc.Kernels;

/// <summary>
/// A block's weights as the kernels read them, all in one piece of memory: matrices of hidden columns in panels, the products' right
/// factors both ways round, taps before channels.
/// </summary>
internal readonly unsafe struct PackedTcnWeights
{
    private readonly float* _start;
    private readonly int _matrix;
    private readonly int _hidden;
    private readonly int _taps;

    public PackedTcnWeights(TcnBlockShape shape, float* start)
    {
        _start = start;
        _matrix = shape.Channels * shape.Hidden;
        _hidden = shape.Hidden;
        _taps = 3 * shape.TapGroups;
    }

    /// <summary><c>[channels, hidden]</c> in panels.</summary>
    public float* ExpandTransposed => _start;

    /// <summary><c>[hidden, channels]</c>.</summary>
    public float* Expand => _start + _matrix;

    /// <summary><c>[channels, hidden]</c> in panels.</summary>
    public float* Reduce => _start + (2 * _matrix);

    /// <summary><c>[hidden, channels]</c>.</summary>
    public float* ReduceTransposed => _start + (3 * _matrix);

    public float* ExpandBias => _start + (4 * _matrix);

    public float* Gain1 => ExpandBias + _hidden;

    public float* Offset1 => Gain1 + _hidden;

    public float* DepthwiseBias => Offset1 + _hidden;

    public float* Gain2 => DepthwiseBias + _hidden;

    public float* Offset2 => Gain2 + _hidden;

    /// <summary><c>[taps, hidden]</c>, the taps filled up to threes.</summary>
    public float* Depthwise => Offset2 + _hidden;

    public float* Slopes => Depthwise + (_taps * _hidden);

    public float* ReduceBias => Slopes + TcnBlockShape.Lanes;

    public static long Floats(TcnBlockShape shape) =>
        (4L * shape.Channels * shape.Hidden) + ((6L + (3 * shape.TapGroups)) * shape.Hidden) + TcnBlockShape.Lanes + shape.Channels;

    public GlobalNorm Norm1(float* statistics) => new(Slopes[0], statistics[0], statistics[1], Gain1, Offset1);

    public GlobalNorm Norm2(float* statistics) => new(Slopes[1], statistics[2], statistics[3], Gain2, Offset2);

    /// <summary>Three taps for all channels.</summary>
    public ThreeTaps Taps(TcnBlockShape shape, int group, int frames)
    {
        var tap = 3 * group;
        return new(
            shape.Offset(tap, frames),
            shape.Offset(tap + 1, frames),
            shape.Offset(tap + 2, frames),
            Depthwise + ((nint)tap * _hidden),
            _hidden);
    }
}
