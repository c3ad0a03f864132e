namespace Mpuc.Host.Data.Splits;

/// <summary>The sides of a split.</summary>
internal enum SplitSide
{
    /// <summary>Encoders and classifiers learn from it.</summary>
    Training,

    /// <summary>Its contrastive loss decides when training stops.</summary>
    Validation,

    /// <summary>Nothing learns from it.</summary>
    Test,
}
