namespace Mpuc.Plugins.Text.Frames;

/// <summary>What stands in for a word without a vector.</summary>
internal enum UnknownWords
{
    /// <summary>Nothing: it counts as silence and has no frame of its own.</summary>
    Skip,

    /// <summary>A vector of zeros.</summary>
    Zero,

    /// <summary>The mean of all vectors of the vocabulary.</summary>
    Mean,
}
