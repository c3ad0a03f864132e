namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>The settings of <see cref="MtcnnDetector"/>; the defaults are those that the weights were published with.</summary>
public sealed record MtcnnOptions
{
    /// <summary>The side of the smallest face that is looked for, in pixels, at least 12; 20 by default. The cost falls with its square.</summary>
    public int MinFaceSize { get; init; } = 20;

    /// <summary>From one picture of the pyramid to the next, above 0 and below 1; 0.709 by default, half the area.</summary>
    public double PyramidFactor { get; init; } = 0.709;

    /// <summary>The score with which the first network proposes a face, 0 to 1; 0.6 by default.</summary>
    public double ProposalScore { get; init; } = 0.6;

    /// <summary>The score above which the second network keeps it, 0 to 1; 0.7 by default.</summary>
    public double RefinementScore { get; init; } = 0.7;

    /// <summary>The score above which the third network keeps it, 0 to 1; 0.7 by default.</summary>
    public double MinScore { get; init; } = 0.7;
}
