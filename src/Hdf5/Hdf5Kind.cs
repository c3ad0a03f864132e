namespace Mpuc.Hdf5;

/// <summary>What a data set's elements are.</summary>
public enum Hdf5Kind
{
    /// <summary>Whole or floating-point numbers of any size and byte order.</summary>
    Number,

    /// <summary>Texts of fixed or variable length.</summary>
    Text,

    /// <summary>Anything else: compounds, references, opaque bytes.</summary>
    Other,
}
