using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <inheritdoc cref="TcnLayers"/>
internal sealed unsafe class TcnLayers<TLanes> : TcnLayers
    where TLanes : struct, ILanes<TLanes>
{
    // A float's sum of many frames loses digits, so sums go on in double after so many.
    private const int FramesPerSum = 256;

    public override int Width => TLanes.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override Moments Measure(int frames, float slope, MatrixRows values)
    {
        var bend = TLanes.All(slope - 1);
        var from = values.Data;
        var moments = default(Moments);
        for (var begin = 0; begin < frames; begin += FramesPerSum)
        {
            // One pass suffices with distances from a number that is near the mean, as the first frame's is.
            var first = Activate(TLanes.Load(from), bend);
            TLanes sums = default, squares = default;
            var count = Math.Min(FramesPerSum, frames - begin);
            for (var frame = 0; frame < count; frame++, from += values.Stride)
            {
                var distance = Centre(TLanes.Load(from), bend, first);
                sums += distance;
                squares = TLanes.MultiplyAdd(distance, distance, squares);
            }

            var shifts = sums * TLanes.All(1f / count);
            var middle = first.Sum() / TLanes.Width;
            var means = first - TLanes.All(middle) + shifts;
            var mean = means.Sum() / TLanes.Width;
            var spread = means - TLanes.All(mean);
            var within = Math.Max(0, (squares - (shifts * sums)).Sum());
            moments += new Moments((double)count * TLanes.Width, (double)middle + mean, within + ((double)count * (spread * spread).Sum()));
        }

        return moments;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Normalise(int frames, GlobalNorm norm, MatrixRows values, MatrixRows to)
    {
        TLanes bend = TLanes.All(norm.Slope - 1), mean = TLanes.All(norm.Mean);
        TLanes gain = TLanes.Load(norm.Gain) * TLanes.All(norm.Scale), offset = TLanes.Load(norm.Offset);
        float* from = values.Data, target = to.Data;
        for (var frame = 0; frame < frames; frame++, from += values.Stride, target += to.Stride)
        {
            TLanes.MultiplyAdd(Centre(TLanes.Load(from), bend, mean), gain, offset).Store(target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Convolve(int frames, ThreeTaps taps, float* padded, MatrixRows start, MatrixRows to)
    {
        TLanes weight0 = taps.Weight<TLanes>(0), weight1 = taps.Weight<TLanes>(1), weight2 = taps.Weight<TLanes>(2);
        float* from0 = Ahead(padded, taps.Offset0), from1 = Ahead(padded, taps.Offset1), from2 = Ahead(padded, taps.Offset2);
        float* begin = start.Data, target = to.Data;
        var end = (nint)frames * TLanes.Width;
        for (nint at = 0; at < end; at += TLanes.Width, begin += start.Stride, target += to.Stride)
        {
            var sums = TLanes.MultiplyAddAt(weight0, from0 + at, TLanes.Load(begin));
            sums = TLanes.MultiplyAddAt(weight1, from1 + at, sums);
            TLanes.MultiplyAddAt(weight2, from2 + at, sums).Store(target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddResidual(int frames, int channel, Dropout dropout, MatrixRows values, MatrixRows to)
    {
        var codes = TLanes.Codes(dropout, channel);
        float* from = values.Data, target = to.Data;
        for (var frame = 0; frame < frames; frame++, from += values.Stride, target += to.Stride)
        {
            TLanes.MultiplyAddAt(Factor(codes, dropout, frame), target, TLanes.Load(from)).Store(target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void DropGradient(int frames, int channel, Dropout dropout, MatrixRows gradient, MatrixRows to, float* bias)
    {
        var codes = TLanes.Codes(dropout, channel);
        var sums = TLanes.Load(bias);
        float* from = gradient.Data, target = to.Data;
        for (var frame = 0; frame < frames; frame++, from += gradient.Stride, target += to.Stride)
        {
            var kept = TLanes.Load(from) * Factor(codes, dropout, frame);
            kept.Store(target);
            sums += kept;
        }

        sums.Store(bias);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override (double Gradient, double Product) SumGradients(
        int frames, GlobalNorm norm, MatrixRows values, MatrixRows gradient, float* offset, float* gain)
    {
        TLanes bend = TLanes.All(norm.Slope - 1), mean = TLanes.All(norm.Mean), weight = TLanes.Load(norm.Gain);
        TLanes gradients = default, products = default;
        float* from = values.Data, incoming = gradient.Data;
        for (var frame = 0; frame < frames; frame++, from += values.Stride, incoming += gradient.Stride)
        {
            var arriving = TLanes.Load(incoming);
            gradients += arriving;
            products = TLanes.MultiplyAdd(arriving, Centre(TLanes.Load(from), bend, mean), products);
        }

        products *= TLanes.All(norm.Scale);
        (TLanes.Load(offset) + gradients).Store(offset);
        (TLanes.Load(gain) + products).Store(gain);
        return ((gradients * weight).Sum(), (products * weight).Sum());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Denormalise(
        int frames, GlobalNorm norm, GradientMeans means, MatrixRows values, MatrixRows gradient, MatrixRows to, float* bias)
    {
        // With z = (prelu(x) - mean) scale, the gradient of prelu(x) is scale (g - Gradient - z Product): a g + b + c (prelu(x) - mean).
        var a = TLanes.Load(norm.Gain) * TLanes.All(norm.Scale);
        TLanes b = TLanes.All(-means.Gradient * norm.Scale), c = TLanes.All(-means.Product * norm.Scale * norm.Scale);
        TLanes slope = TLanes.All(norm.Slope), bend = TLanes.All(norm.Slope - 1), mean = TLanes.All(norm.Mean);
        float* from = values.Data, incoming = gradient.Data, target = to.Data;
        var sums = TLanes.Load(bias);
        double slopeGradient = 0;
        for (var begin = 0; begin < frames; begin += FramesPerSum)
        {
            TLanes slopes = default;
            for (var frame = Math.Min(FramesPerSum, frames - begin); frame > 0; frame--)
            {
                var value = TLanes.Load(from);
                var negative = TLanes.Negative(value);
                var centred = TLanes.MultiplyAdd(negative, bend, value - mean);
                var activated = TLanes.MultiplyAddAt(a, incoming, TLanes.MultiplyAdd(centred, c, b));
                slopes = TLanes.MultiplyAdd(activated, negative, slopes);
                var result = TLanes.WherePositive(value, activated, activated * slope);
                result.Store(target);
                sums += result;
                from += values.Stride;
                incoming += gradient.Stride;
                target += to.Stride;
            }

            slopeGradient += slopes.Sum();
        }

        sums.Store(bias);
        return slopeGradient;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ConvolveBackward(
        int frames, ThreeTaps taps, float* paddedGradient, float* paddedInput, MatrixRows start, MatrixRows to, float* weights)
    {
        TLanes weight0 = taps.Weight<TLanes>(0), weight1 = taps.Weight<TLanes>(1), weight2 = taps.Weight<TLanes>(2);
        float* weights1 = weights + taps.Stride, weights2 = weights1 + taps.Stride;
        TLanes sum0 = TLanes.Load(weights), sum1 = TLanes.Load(weights1), sum2 = TLanes.Load(weights2);
        float* input0 = Ahead(paddedInput, taps.Offset0);
        float* input1 = Ahead(paddedInput, taps.Offset1);
        float* input2 = Ahead(paddedInput, taps.Offset2);
        float* later0 = Ahead(paddedGradient, -taps.Offset0);
        float* later1 = Ahead(paddedGradient, -taps.Offset1);
        float* later2 = Ahead(paddedGradient, -taps.Offset2);
        float* begin = start.Data, target = to.Data;
        var end = (nint)frames * TLanes.Width;
        for (nint at = 0; at < end; at += TLanes.Width, begin += start.Stride, target += to.Stride)
        {
            var here = TLanes.Load(paddedGradient + at);
            sum0 = TLanes.MultiplyAddAt(here, input0 + at, sum0);
            sum1 = TLanes.MultiplyAddAt(here, input1 + at, sum1);
            sum2 = TLanes.MultiplyAddAt(here, input2 + at, sum2);
            var result = TLanes.MultiplyAddAt(weight0, later0 + at, TLanes.Load(begin));
            result = TLanes.MultiplyAddAt(weight1, later1 + at, result);
            TLanes.MultiplyAddAt(weight2, later2 + at, result).Store(target);
        }

        sum0.Store(weights);
        sum1.Store(weights1);
        sum2.Store(weights2);
    }

    // prelu(values), with the slope less 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Activate(TLanes values, TLanes bend) => TLanes.MultiplyAdd(TLanes.Negative(values), bend, values);

    // prelu(values) - middle.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Centre(TLanes values, TLanes bend, TLanes middle) =>
        TLanes.MultiplyAdd(TLanes.Negative(values), bend, values - middle);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Ahead(float* padded, int frames) => padded + ((nint)frames * TLanes.Width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Factor(TLanes codes, Dropout dropout, int frame) =>
        dropout.IsNone ? TLanes.All(1) : TLanes.Kept(codes, dropout, frame);
}
