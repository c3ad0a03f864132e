using System.Runtime.InteropServices;
using System.Text;
using Mpuc.Hdf5.Native;

namespace Mpuc.Hdf5;

/// <summary>A data set of an HDF5 file: rows along its first axis, read when asked for. Owns its id.</summary>
public sealed unsafe class Hdf5Dataset : IDisposable
{
    // Two hours of a video's features, 713 numbers 30 times a second, are 154 million; a chunk is unpacked as a whole.
    private const ulong MostValues = 1UL << 28;
    private const int MostDimensions = 32;
    private const int Select = 0;

    private readonly Hdf5File _file;
    private readonly ulong[] _shape;
    private readonly ulong _textBytes;
    private long _id;

    private Hdf5Dataset(Hdf5File file, string path, long id, ulong[] shape, Hdf5Kind kind, ulong textBytes) =>
        (_file, Path, _id, _shape, Kind, _textBytes) = (file, path, id, shape, kind, textBytes);

    /// <summary>The path within the file.</summary>
    public string Path { get; }

    /// <summary>What the elements are.</summary>
    public Hdf5Kind Kind { get; }

    /// <summary>The sizes of the axes; none for a single value.</summary>
    public IReadOnlyList<long> Shape => [.. _shape.Select(size => Bounded(size))];

    /// <summary>The number of rows, the first axis; 1 for a single value.</summary>
    public long Rows => _shape.Length == 0 ? 1 : Bounded(_shape[0]);

    /// <summary>The number of elements in a row.</summary>
    public long Width => Bounded(_shape.Skip(1).Aggregate((UInt128)1, (product, size) => (UInt128)Bounded(product) * size));

    /// <summary>Reads numbers, converted to single precision; what is larger becomes infinite.</summary>
    /// <param name="first">The first row, from 0.</param>
    /// <param name="count">How many rows.</param>
    /// <returns>The rows, one after another.</returns>
    /// <exception cref="MpucException">The data set holds no numbers, or it is damaged.</exception>
    public float[] ReadSingles(long first, long count) => Read<float>(Library.NativeFloat, first, count);

    /// <summary>Reads numbers, converted to double precision.</summary>
    /// <inheritdoc cref="ReadSingles"/>
    public double[] ReadDoubles(long first, long count) => Read<double>(Library.NativeDouble, first, count);

    /// <summary>Reads texts, without the padding of those of fixed length.</summary>
    /// <param name="first">The first row, from 0.</param>
    /// <param name="count">How many rows.</param>
    /// <returns>The elements of the rows, one after another.</returns>
    /// <exception cref="MpucException">The data set holds no texts, or it is damaged.</exception>
    public string[] ReadTexts(long first, long count)
    {
        Require(Hdf5Kind.Text, "texts");
        using var entered = Library.Enter();
        using var type = new Id(Functions.H5Dget_type(Open()), Functions.H5Tclose);
        var isVariable = Functions.H5Tis_variable_str(type.Value) > 0;
        var size = isVariable ? sizeof(nint) : (int)_textBytes;
        var buffer = new byte[Elements(first, count, (ulong)size) * size];
        var texts = new string[buffer.Length / Math.Max(1, size)];
        fixed (byte* bytes = buffer)
        {
            ReadInto(type.Value, first, count, bytes);
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = isVariable
                    ? Marshal.PtrToStringUTF8(((nint*)bytes)[i]) ?? string.Empty
                    : Encoding.UTF8.GetString(buffer, i * size, size).Split('\0')[0].TrimEnd(' ');
            }

            if (isVariable && texts.Length > 0)
            {
                var length = (ulong)texts.Length;
                using var space = new Id(Functions.H5Screate_simple(1, &length, null), Functions.H5Sclose);
                _ = Functions.H5Dvlen_reclaim(type.Value, space.Value, Functions.Default, bytes);
            }
        }

        return texts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_id >= 0)
        {
            using var entered = Library.Enter();
            _ = Functions.H5Dclose(_id);
            _id = -1;
        }
    }

    /// <summary>Takes an open data set over, under <see cref="Library.Gate"/>.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="path">Its path.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="MpucException">It is damaged, too large, or its data lie in other files.</exception>
    internal static Hdf5Dataset Of(Hdf5File file, string path, long id)
    {
        try
        {
            using var type = new Id(Functions.H5Dget_type(id), Functions.H5Tclose);
            using var space = new Id(Functions.H5Dget_space(id), Functions.H5Sclose);
            var rank = space.IsInvalid || type.IsInvalid ? -1 : Functions.H5Sget_simple_extent_ndims(space.Value);
            if (rank is < 0 or > MostDimensions)
            {
                throw file.Fault(path);
            }

            var shape = new ulong[rank];
            fixed (ulong* sizes = shape)
            {
                _ = Functions.H5Sget_simple_extent_dims(space.Value, sizes, null);
            }

            Storage.Check(file, path, id, rank);
            var textBytes = (ulong)Functions.H5Tget_size(type.Value);
            return new Hdf5Dataset(file, path, id, shape, KindOf(type.Value), textBytes);
        }
        catch
        {
            _ = Functions.H5Dclose(id);
            throw;
        }
    }

    // A damaged size may be any; none that is read comes near the bound.
    private static long Bounded(UInt128 size) => size > long.MaxValue ? long.MaxValue : (long)size;

    private static Hdf5Kind KindOf(long type) => Functions.H5Tget_class(type) switch
    {
        0 or 1 => Hdf5Kind.Number,
        3 => Hdf5Kind.Text,
        _ => Hdf5Kind.Other,
    };

    private T[] Read<T>(long memoryType, long first, long count)
        where T : unmanaged
    {
        Require(Hdf5Kind.Number, "numbers");
        var values = new T[Elements(first, count, (ulong)sizeof(T))];
        if (values.Length > 0)
        {
            using var entered = Library.Enter();
            fixed (T* buffer = values)
            {
                ReadInto(memoryType, first, count, buffer);
            }
        }

        return values;
    }

    private void ReadInto(long memoryType, long first, long count, void* buffer)
    {
        if (count == 0 || Width == 0)
        {
            return;
        }

        using var fileSpace = new Id(Functions.H5Dget_space(Open()), Functions.H5Sclose);
        if (_shape.Length == 0)
        {
            Check(Functions.H5Dread(_id, memoryType, 0, 0, Functions.Default, buffer));
            return;
        }

        var start = new ulong[_shape.Length];
        ulong[] sizes = [(ulong)count, .. _shape[1..]];
        start[0] = (ulong)first;
        fixed (ulong* offset = start, extent = sizes)
        {
            using var memorySpace = new Id(Functions.H5Screate_simple(sizes.Length, extent, null), Functions.H5Sclose);
            Check(Functions.H5Sselect_hyperslab(fileSpace.Value, Select, offset, null, extent, null));
            Check(Functions.H5Dread(_id, memoryType, memorySpace.Value, fileSpace.Value, Functions.Default, buffer));
        }
    }

    private void Check(int result)
    {
        if (result < 0)
        {
            throw _file.Fault(Path);
        }
    }

    private int Elements(long first, long count, ulong bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Rows);
        var values = (UInt128)count;
        foreach (var size in _shape.Skip(1))
        {
            // A zero width must not let an absurd one through.
            values *= size;
            if (values > MostValues)
            {
                break;
            }
        }

        return values * Math.Max(1, bytes / sizeof(double)) <= MostValues
            ? (int)values
            : throw new MpucException($"'{_file.Path}', {Path}: {count} rows of a data set of {string.Join(" x ", _shape)} elements are more than are read at once ({MostValues} numbers).");
    }

    private void Require(Hdf5Kind kind, string what)
    {
        if (Kind != kind)
        {
            throw new MpucException($"'{_file.Path}', {Path}: the data set holds {Describe(Kind)}, not {what}.");
        }
    }

    private static string Describe(Hdf5Kind kind) => kind switch
    {
        Hdf5Kind.Number => "numbers",
        Hdf5Kind.Text => "texts",
        _ => "neither numbers nor texts",
    };

    private long Open() => _id >= 0 ? _id : throw new ObjectDisposedException(nameof(Hdf5Dataset));
}
