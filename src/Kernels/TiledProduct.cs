using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <summary>
/// The product in tiles of up to six rows, whose sums stay in registers: 24 of 32 with 6 x 4 vectors, 12 of 16 with 6 x 2. The methods are
/// compiled at once with all optimizations, for a first step would wait for a hundred calls otherwise.
/// </summary>
internal sealed unsafe class TiledProduct<TLanes> : MatrixProduct
    where TLanes : struct, ILanes<TLanes>
{
    public override int Width => TLanes.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(int rows, int depth, LeftFactor left, MatrixRows right, MatrixRows start, MatrixRows to)
    {
        var row = 0;
        for (; row + 6 <= rows; row += 6)
        {
            Six(depth, left.From(row), right, start.From(row), to.From(row));
        }

        if (row + 4 <= rows)
        {
            Four(depth, left.From(row), right, start.From(row), to.From(row));
            row += 4;
        }

        if (row + 2 <= rows)
        {
            Two(depth, left.From(row), right, start.From(row), to.From(row));
            row += 2;
        }

        if (row < rows)
        {
            One(depth, left.From(row), right, start.From(row), to.From(row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Row(MatrixRows rows, int index) => TLanes.Load(rows.Data + (index * rows.Stride));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(int depth, LeftFactor left, MatrixRows right, MatrixRows start, MatrixRows to)
    {
        TLanes r0 = Row(start, 0), r1 = Row(start, 1), r2 = Row(start, 2), r3 = Row(start, 3), r4 = Row(start, 4), r5 = Row(start, 5);
        float* a = left.Data, b = right.Data;
        nint row = left.Row, step = left.Step, stride = right.Stride;
        for (; depth > 0; depth--, a += step, b += stride)
        {
            var columns = TLanes.Load(b);
            r0 = TLanes.MultiplyAdd(a, columns, r0);
            r1 = TLanes.MultiplyAdd(a + row, columns, r1);
            r2 = TLanes.MultiplyAdd(a + (2 * row), columns, r2);
            r3 = TLanes.MultiplyAdd(a + (3 * row), columns, r3);
            r4 = TLanes.MultiplyAdd(a + (4 * row), columns, r4);
            r5 = TLanes.MultiplyAdd(a + (5 * row), columns, r5);
        }

        r0.Store(to.Data);
        r1.Store(to.Data + to.Stride);
        r2.Store(to.Data + (2 * to.Stride));
        r3.Store(to.Data + (3 * to.Stride));
        r4.Store(to.Data + (4 * to.Stride));
        r5.Store(to.Data + (5 * to.Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(int depth, LeftFactor left, MatrixRows right, MatrixRows start, MatrixRows to)
    {
        TLanes r0 = Row(start, 0), r1 = Row(start, 1), r2 = Row(start, 2), r3 = Row(start, 3);
        float* a = left.Data, b = right.Data;
        nint row = left.Row, step = left.Step, stride = right.Stride;
        for (; depth > 0; depth--, a += step, b += stride)
        {
            var columns = TLanes.Load(b);
            r0 = TLanes.MultiplyAdd(a, columns, r0);
            r1 = TLanes.MultiplyAdd(a + row, columns, r1);
            r2 = TLanes.MultiplyAdd(a + (2 * row), columns, r2);
            r3 = TLanes.MultiplyAdd(a + (3 * row), columns, r3);
        }

        r0.Store(to.Data);
        r1.Store(to.Data + to.Stride);
        r2.Store(to.Data + (2 * to.Stride));
        r3.Store(to.Data + (3 * to.Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(int depth, LeftFactor left, MatrixRows right, MatrixRows start, MatrixRows to)
    {
        TLanes r0 = Row(start, 0), r1 = Row(start, 1);
        float* a = left.Data, b = right.Data;
        nint row = left.Row, step = left.Step, stride = right.Stride;
        for (; depth > 0; depth--, a += step, b += stride)
        {
            var columns = TLanes.Load(b);
            r0 = TLanes.MultiplyAdd(a, columns, r0);
            r1 = TLanes.MultiplyAdd(a + row, columns, r1);
        }

        r0.Store(to.Data);
        r1.Store(to.Data + to.Stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(int depth, LeftFactor left, MatrixRows right, MatrixRows start, MatrixRows to)
    {
        var sums = Row(start, 0);
        for (var k = 0; k < depth; k++)
        {
            sums = TLanes.MultiplyAdd(left.Data + (k * left.Step), TLanes.Load(right.Data + (k * right.Stride)), sums);
        }

        sums.Store(to.Data);
    }
}
