namespace Mpuc.Kernels;

/// <summary>
/// A PReLU (He et al. 2015) and the global layer norm after it (Luo and Mesgarani 2019, Eq. 7 and 8) of one window, whose mean and scale
/// (one over the deviation) are known. Gain and offset are those of the first channel in question.
/// </summary>
internal readonly unsafe struct GlobalNorm(float slope, float mean, float scale, float* gain, float* offset)
{
    public float Slope { get; } = slope;

    public float Mean { get; } = mean;

    public float Scale { get; } = scale;

    public float* Gain { get; } = gain;

    public float* Offset { get; } = offset;

    /// <summary>The norm for the channels from one on.</summary>
    public GlobalNorm From(int channel) => new(Slope, Mean, Scale, Gain + channel, Offset + channel);
}
