namespace Mpuc.Kernels;

/// <summary>
/// What a gated convolution does beside its products, forward and backward, for a few neighbouring channels of one series. All matrices are
/// <c>[frames, Width]</c>.
/// </summary>
internal abstract class GateLayers
{
    public abstract int Width { get; }

    /// <summary>
    /// to = relu(linear + sigmoid(gate)); unless <paramref name="kept"/> is null, it receives sigmoid(gate) where that is positive, and 0
    /// elsewhere.
    /// </summary>
    public abstract void Activate(int frames, MatrixRows linear, MatrixRows gate, MatrixRows to, MatrixRows kept);

    /// <summary>to = dropout(values), for channels from <paramref name="channel"/> on; they may be the same.</summary>
    public abstract void Drop(int frames, int channel, Dropout dropout, MatrixRows values, MatrixRows to);

    /// <summary>
    /// From the gradient of <see cref="Activate"/>'s result, and what it kept, to those of the linear part, which may take the former's
    /// place, and of the gate; their sums over the frames are added to <paramref name="bias"/>, the gate's
    /// <paramref name="biasStride"/> after those of the linear part.
    /// </summary>
    public abstract unsafe void Differentiate(
        int frames, MatrixRows gradient, MatrixRows kept, MatrixRows linear, MatrixRows gate, float* bias, int biasStride);
}
