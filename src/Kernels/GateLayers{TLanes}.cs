using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <inheritdoc cref="GateLayers"/>
internal sealed unsafe class GateLayers<TLanes> : GateLayers
    where TLanes : struct, ILanes<TLanes>
{
    public override int Width => TLanes.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Activate(int frames, MatrixRows linear, MatrixRows gate, MatrixRows to, MatrixRows kept)
    {
        float* straight = linear.Data, from = gate.Data, target = to.Data, open = kept.Data;
        for (var frame = 0; frame < frames; frame++, straight += linear.Stride, from += gate.Stride, target += to.Stride)
        {
            var factor = Sigmoid.Of(TLanes.Load(from));
            var sum = TLanes.Load(straight) + factor;

            // Asked this way round, NaN stays NaN.
            TLanes.WherePositive(default(TLanes) - sum, default, sum).Store(target);
            if (open != null)
            {
                TLanes.WherePositive(sum, factor, default).Store(open);
                open += kept.Stride;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Drop(int frames, int channel, Dropout dropout, MatrixRows values, MatrixRows to)
    {
        var codes = TLanes.Codes(dropout, channel);
        float* from = values.Data, target = to.Data;
        for (var frame = 0; frame < frames; frame++, from += values.Stride, target += to.Stride)
        {
            (TLanes.Load(from) * TLanes.Kept(codes, dropout, frame)).Store(target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Differentiate(
        int frames, MatrixRows gradient, MatrixRows kept, MatrixRows linear, MatrixRows gate, float* bias, int biasStride)
    {
        float* arriving = gradient.Data, open = kept.Data, straight = linear.Data, target = gate.Data, gateBias = bias + biasStride;
        TLanes sums = TLanes.Load(bias), gateSums = TLanes.Load(gateBias);
        for (var frame = 0; frame < frames; frame++, arriving += gradient.Stride, open += kept.Stride)
        {
            var factor = TLanes.Load(open);
            var passed = TLanes.WherePositive(factor, TLanes.Load(arriving), default);
            var gated = passed * (factor - (factor * factor));
            passed.Store(straight);
            gated.Store(target);
            sums += passed;
            gateSums += gated;
            straight += linear.Stride;
            target += gate.Stride;
        }

        sums.Store(bias);
        gateSums.Store(gateBias);
    }
}
