namespace Mpuc.Host.Training;

/// <summary>What the encoders' convolutions and matrix products compute in while they are trained (Micikevicius et al. 2018).</summary>
public enum TrainingPrecision
{
    /// <summary>32 bits.</summary>
    Float32,

    /// <summary>16 bits with the exponent of 32; needs no scaling of the loss.</summary>
    BFloat16,

    /// <summary>16 bits with a short exponent, on a GPU; the loss is scaled so that small gradients survive.</summary>
    Float16,
}
