namespace TorchSharp;

/// <summary>What stands beyond the edge of an input.</summary>
public enum PaddingModes
{
    Zeros,

    /// <summary>The input mirrored at its edge element.</summary>
    Reflect,

    /// <summary>The edge element repeated.</summary>
    Replicate,

    /// <summary>The input's other end.</summary>
    Circular,

    /// <summary>A given value.</summary>
    Constant,
}
