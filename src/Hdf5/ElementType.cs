using Mpuc.Hdf5.Native;

namespace Mpuc.Hdf5;

/// <summary>
/// The type of a data set's elements. A damaged one may be of any layout, so what is not among the usual ones is never converted.
/// </summary>
/// <param name="Kind">What the elements are.</param>
/// <param name="Size">The bytes of an element in the file.</param>
/// <param name="Number">How numbers are stored; null for others.</param>
/// <param name="IsVariable">Whether the elements are texts of variable length.</param>
internal sealed record ElementType(Hdf5Kind Kind, int Size, NumberFormat? Number, bool IsVariable)
{
    private const int TextClass = 3;
    private const int LongestText = 1 << 20;

    /// <summary>Reads a data set's type, under <see cref="Library.Gate"/>.</summary>
    /// <param name="dataset">The data set's id.</param>
    /// <returns>The type; null where it is damaged.</returns>
    public static ElementType? Of(long dataset)
    {
        using var type = new Id(Functions.H5Dget_type(dataset), Functions.H5Tclose);
        var size = type.IsInvalid ? 0 : (ulong)Functions.H5Tget_size(type.Value);
        if (size == 0)
        {
            return null;
        }

        if (Functions.H5Tget_class(type.Value) == TextClass)
        {
            var isVariable = Functions.H5Tis_variable_str(type.Value) > 0;
            return isVariable ? new ElementType(Hdf5Kind.Text, VariableTexts.ElementSize, null, true)
                : size <= LongestText ? new ElementType(Hdf5Kind.Text, (int)size, null, false)
                : new ElementType(Hdf5Kind.Other, 1, null, false);
        }

        foreach (var (id, format) in Library.Numbers)
        {
            if (Functions.H5Tequal(type.Value, id) > 0)
            {
                return new ElementType(Hdf5Kind.Number, format.Size, format, false);
            }
        }

        return new ElementType(Hdf5Kind.Other, 1, null, false);
    }
}
