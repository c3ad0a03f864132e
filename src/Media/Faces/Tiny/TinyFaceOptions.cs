namespace Mpuc.Media.Faces.Tiny;

/// <summary>The settings of <see cref="TinyFaceDetector"/>.</summary>
public sealed record TinyFaceOptions
{
    /// <summary>The side of the picture that the network sees, in pixels, a multiple of 32; 416 by default, which the weights were trained for.</summary>
    public int InputSize { get; init; } = 416;

    /// <summary>
    /// The score above which a face counts, 0 to 1; 0.3 by default. The package's own default is 0.5, which misses faces that turn or look down; tracking
    /// discards the strays that 0.3 lets in.
    /// </summary>
    public double MinScore { get; init; } = 0.3;
}
