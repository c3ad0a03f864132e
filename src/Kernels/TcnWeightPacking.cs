using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>Copies a block's weights to where the kernels read them.</summary>
internal static unsafe class TcnWeightPacking
{
    private delegate void Reader(float* from);

    /// <summary>Packs weights in the order of <see cref="TcnBlockWeights.InOrder"/>.</summary>
    public static void Pack(TcnBlockShape shape, ReadOnlySpan<Tensor> weights, PackedTcnWeights to)
    {
        var (channels, hidden) = (shape.Channels, shape.Hidden);
        Read(weights[0], expand => PackExpand(shape, expand, to));
        Copy(weights[1], hidden, to.ExpandBias);
        Copy(weights[2], 1, to.Slopes);
        Copy(weights[3], hidden, to.Gain1);
        Copy(weights[4], hidden, to.Offset1);
        new Span<float>(to.Depthwise, 3 * shape.TapGroups * hidden).Clear();
        Read(weights[5], depthwise => Transpose(depthwise, hidden, shape.Taps, to.Depthwise));
        Copy(weights[6], hidden, to.DepthwiseBias);
        Copy(weights[7], 1, to.Slopes + 1);
        Copy(weights[8], hidden, to.Gain2);
        Copy(weights[9], hidden, to.Offset2);
        Read(weights[10], reduce => PackReduce(shape, reduce, to));
        Copy(weights[11], channels, to.ReduceBias);
    }

    private static void PackExpand(TcnBlockShape shape, float* expand, PackedTcnWeights to)
    {
        Copy(expand, shape.Hidden * shape.Channels, to.Expand);
        foreach (var (start, width) in shape.Panels)
        {
            var panel = start * shape.Channels;
            Transpose(expand + panel, width, shape.Channels, to.ExpandTransposed + panel);
        }
    }

    private static void PackReduce(TcnBlockShape shape, float* reduce, PackedTcnWeights to)
    {
        Transpose(reduce, shape.Channels, shape.Hidden, to.ReduceTransposed);
        foreach (var (start, width) in shape.Panels)
        {
            for (var channel = 0; channel < shape.Channels; channel++)
            {
                Copy(reduce + (channel * shape.Hidden) + start, width, to.Reduce + (start * shape.Channels) + (channel * width));
            }
        }
    }

    private static void Read(Tensor weight, Reader read)
    {
        if (weight.is_contiguous())
        {
            read(weight.Floats());
            return;
        }

        using var contiguous = weight.contiguous();
        read(contiguous.Floats());
    }

    private static void Copy(Tensor weight, int count, float* to) => Read(weight, from => Copy(from, count, to));

    private static void Copy(float* from, int count, float* to) =>
        new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));

    // Rows are multiples of 16: a cache line is written at once.
    private static void Transpose(float* from, int rows, int columns, float* to)
    {
        for (var row = 0; row < rows; row += TcnBlockShape.Lanes)
        {
            for (var column = 0; column < columns; column++)
            {
                for (var i = row; i < row + TcnBlockShape.Lanes; i += Vector128<float>.Count)
                {
                    var element = from + (i * columns) + column;
                    var four = Vector128.Create(element[0], element[columns], element[2 * columns], element[3 * columns]);
                    four.Store(to + (column * rows) + i);
                }
            }
        }
    }
}
