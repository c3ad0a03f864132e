namespace TorchSharp;

/// <summary>Padding by name, in place of numbers.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid,

    /// <summary>As much as keeps the input's size; stride 1 only.</summary>
    Same,
}
