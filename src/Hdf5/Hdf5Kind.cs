namespace Mpuc.Hdf5;

/// <summary>What a data set's elements are.</summary>
public enum Hdf5Kind
{
    /// <summary>Whole numbers of 8 to 64 bits or IEEE numbers of 32 or 64, of either byte order.</summary>
    Number,

    /// <summary>Texts of fixed length, up to 1 MiB, or of variable length.</summary>
    Text,

    /// <summary>Anything else: other numbers, compounds, references, opaque bytes.</summary>
    Other,
}
