namespace TorchSharp;

/// <summary>Where a discrete Fourier transform of length n divides by n.</summary>
public enum FFTNormType
{
    Backward = 0,
    Forward = 1,

    /// <summary>Both ways by the square root of n.</summary>
    Ortho = 2,
}

/// <summary>What lies beyond the edge of a padded signal.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}

/// <summary>How <c>cdist</c> computes Euclidean distances.</summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2,
}
