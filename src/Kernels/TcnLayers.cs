namespace Mpuc.Kernels;

/// <summary>
/// The layers of a TCN block but for its products, forward and backward, for a few neighbouring channels of one window. Channels are the
/// outer loop and frames the inner one, so that sums over the frames stay in registers. All matrices are <c>[frames, Width]</c>.
/// </summary>
internal abstract unsafe class TcnLayers
{
    public abstract int Width { get; }

    /// <summary>Those of prelu(values).</summary>
    public abstract Moments Measure(int frames, float slope, MatrixRows values);

    public abstract void Normalise(int frames, GlobalNorm norm, MatrixRows values, MatrixRows to);

    /// <summary>to[t] = start[t] + the taps' weighted sum of padded[t + offset].</summary>
    public abstract void Convolve(int frames, ThreeTaps taps, float* padded, MatrixRows start, MatrixRows to);

    /// <summary>to = values + dropout(to), for channels from <paramref name="channel"/> on.</summary>
    public abstract void AddResidual(int frames, int channel, Dropout dropout, MatrixRows values, MatrixRows to);

    /// <summary>
    /// to = the gradient of what <see cref="AddResidual"/> dropped from; its sums over the frames are added to <paramref name="bias"/>.
    /// </summary>
    public abstract void DropGradient(int frames, int channel, Dropout dropout, MatrixRows gradient, MatrixRows to, float* bias);

    /// <summary>
    /// Adds the gradients of the norm's offset and gain, and returns these channels' share of the sums whose means
    /// <see cref="GradientMeans"/> holds.
    /// </summary>
    public abstract (double Gradient, double Product) SumGradients(
        int frames, GlobalNorm norm, MatrixRows values, MatrixRows gradient, float* offset, float* gain);

    /// <summary>
    /// From the gradient of the norm's result to that of the PReLU's input; the sums of the latter are added to <paramref name="bias"/>.
    /// Returns the gradient of the slope.
    /// </summary>
    public abstract double Denormalise(
        int frames, GlobalNorm norm, GradientMeans means, MatrixRows values, MatrixRows gradient, MatrixRows to, float* bias);

    /// <summary>
    /// From the gradient of the convolution's result to that of its input, to = start + what these taps add, and that of their weights,
    /// which is added.
    /// </summary>
    public abstract void ConvolveBackward(
        int frames, ThreeTaps taps, float* paddedGradient, float* paddedInput, MatrixRows start, MatrixRows to, float* weights);
}
