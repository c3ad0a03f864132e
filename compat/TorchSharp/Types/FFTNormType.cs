namespace TorchSharp;

/// <summary>Where a discrete Fourier transform of length n divides by n.</summary>
public enum FFTNormType
{
    Backward = 0,
    Forward = 1,

    /// <summary>Both ways by the square root of n.</summary>
    Ortho = 2,
}
