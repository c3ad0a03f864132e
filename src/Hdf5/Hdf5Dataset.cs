using System.Text;
using Mpuc.Hdf5.Chunks;
using Mpuc.Hdf5.Native;

namespace Mpuc.Hdf5;

/// <summary>A data set of an HDF5 file: rows along its first axis, read when asked for. Owns its id.</summary>
public sealed unsafe class Hdf5Dataset : IDisposable
{
    // Two hours of a video's features, 713 numbers 30 times a second, are 154 million.
    private const ulong MaxBytes = 1UL << 30;
    private const int Select = 0;

    private readonly Hdf5File _file;
    private readonly StoredShape _stored;
    private readonly ElementType _type;
    private long _id;

    private Hdf5Dataset(Hdf5File file, string path, long id, StoredShape stored, ElementType type) =>
        (_file, Path, _id, _stored, _type) = (file, path, id, stored, type);

    /// <summary>The path within the file.</summary>
    public string Path { get; }

    /// <summary>What the elements are.</summary>
    public Hdf5Kind Kind => _type.Kind;

    /// <summary>The sizes of the axes; none for a single value.</summary>
    public IReadOnlyList<long> Shape => [.. _stored.Shape.Select(size => Bounded(size))];

    /// <summary>The number of rows, the first axis; 1 for a single value.</summary>
    public long Rows => _stored.Shape.Length == 0 ? 1 : Bounded(_stored.Shape[0]);

    /// <summary>The number of elements in a row.</summary>
    public long Width => Bounded(_stored.Shape.Skip(1).Aggregate((UInt128)1, (product, size) => (UInt128)Bounded(product) * size));

    /// <summary>Reads numbers, converted to single precision; what is larger becomes infinite.</summary>
    /// <param name="first">The first row, from 0.</param>
    /// <param name="count">How many rows.</param>
    /// <returns>The rows, one after another.</returns>
    /// <exception cref="MpucException">The data set holds no numbers, or it is damaged.</exception>
    public float[] ReadSingles(long first, long count)
    {
        Require(Hdf5Kind.Number, "numbers");
        return _type.Number!.Convert<float>(ReadBytes(first, count));
    }

    /// <summary>Reads numbers, converted to double precision.</summary>
    /// <inheritdoc cref="ReadSingles"/>
    public double[] ReadDoubles(long first, long count)
    {
        Require(Hdf5Kind.Number, "numbers");
        return _type.Number!.Convert<double>(ReadBytes(first, count));
    }

    /// <summary>Reads texts, without the padding of those of fixed length.</summary>
    /// <param name="first">The first row, from 0.</param>
    /// <param name="count">How many rows.</param>
    /// <returns>The elements of the rows, one after another.</returns>
    /// <exception cref="MpucException">The data set holds no texts, or it is damaged.</exception>
    public string[] ReadTexts(long first, long count)
    {
        Require(Hdf5Kind.Text, "texts");
        if (_type.IsVariable)
        {
            return ReadVariableTexts(first, count);
        }

        var (bytes, size) = (ReadBytes(first, count), _type.Size);
        return
        [
            .. Enumerable.Range(0, bytes.Length / size)
                .Select(place => Encoding.UTF8.GetString(bytes, place * size, size).Split('\0')[0].TrimEnd(' ')),
        ];
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
            using var space = new Id(Functions.H5Dget_space(id), Functions.H5Sclose);
            var axes = space.IsInvalid ? -1 : Functions.H5Sget_simple_extent_ndims(space.Value);
            var shape = axes < 0 ? throw file.Fault(path) : new ulong[axes];
            fixed (ulong* sizes = shape)
            {
                _ = Functions.H5Sget_simple_extent_dims(space.Value, sizes, null);
            }

            var type = ElementType.Of(id) ?? throw file.Fault(path);
            return new Hdf5Dataset(file, path, id, Storage.Of(file, path, id, shape, type.Size), type);
        }
        catch
        {
            _ = Functions.H5Dclose(id);
            throw;
        }
    }

    // A damaged size may be any; none that is read comes near the bound.
    private static long Bounded(UInt128 size) => size > long.MaxValue ? long.MaxValue : (long)size;

    private byte[] ReadBytes(long first, long count)
    {
        var bytes = Bytes(first, count);
        return bytes == 0 ? []
            : _stored.Chunk is null ? ReadPiece(first, count, bytes)
            : ChunkedRows.Read(_stored, first, count, ReadChunk);
    }

    private byte[] ReadPiece(long first, long count, int bytes)
    {
        using var entered = Library.Enter();
        using var type = new Id(Functions.H5Dget_type(Open()), Functions.H5Tclose);
        using var fileSpace = new Id(Functions.H5Dget_space(_id), Functions.H5Sclose);
        var start = new ulong[Math.Max(1, _stored.Shape.Length)];
        ulong[] sizes = [(ulong)count, .. _stored.Shape.Skip(1)];
        start[0] = (ulong)first;
        var values = new byte[bytes];
        fixed (ulong* offset = start, extent = sizes)
        {
            fixed (byte* buffer = values)
            {
                using var memorySpace = new Id(Functions.H5Screate_simple(sizes.Length, extent, null), Functions.H5Sclose);
                var isSelected = _stored.Shape.Length == 0
                    || Functions.H5Sselect_hyperslab(fileSpace.Value, Select, offset, null, extent, null) >= 0;
                return isSelected && Functions.H5Dread(_id, type.Value, memorySpace.Value, fileSpace.Value, Functions.Default, buffer) >= 0
                    ? values
                    : throw _file.Fault(Path);
            }
        }
    }

    private byte[] ReadChunk(ulong[] corner)
    {
        byte[] stored;
        uint skipped = 0;
        using (Library.Enter())
        {
            fixed (ulong* offset = corner)
            {
                ulong size = 0;
                if (Functions.H5Dget_chunk_storage_size(Open(), offset, &size) < 0 || size > (ulong)new FileInfo(_file.Path).Length)
                {
                    throw _file.Fault(Path);
                }

                stored = new byte[size];
                fixed (byte* buffer = stored)
                {
                    // A chunk that was never written is all zeros.
                    if (size > 0 && Functions.H5Dread_chunk(_id, Functions.Default, offset, &skipped, buffer) < 0)
                    {
                        throw _file.Fault(Path);
                    }
                }
            }
        }

        return stored.Length == 0 ? new byte[_stored.ChunkSize] : ChunkFilters.Undo(stored, _stored, skipped)
            ?? throw new MpucException(
                $"'{_file.Path}', {Path}: the file is damaged: the chunk at row {corner[0]} does not unpack to the size of a chunk.");
    }

    private string[] ReadVariableTexts(long first, long count)
    {
        if (Bytes(first, count) == 0)
        {
            return [];
        }

        if (_stored.Chunk is not null)
        {
            throw new MpucException(
                $"'{_file.Path}', {Path}: texts of variable length in chunks are not read; write them in one piece or with a fixed "
                    + "length.");
        }

        ulong offset;
        using (Library.Enter())
        {
            offset = Functions.H5Dget_offset(Open());
        }

        using var texts = new VariableTexts(_file.Path);
        return texts.Read(offset + (ulong)(first * Width * VariableTexts.ElementSize), (int)(count * Width))
            ?? throw new MpucException($"'{_file.Path}', {Path}: the file is damaged: its texts lie outside of it.");
    }

    private int Bytes(long first, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Rows);
        var bytes = (UInt128)count * (UInt128)Width * (UInt128)_type.Size;
        return bytes <= MaxBytes
            ? (int)bytes
            : throw new MpucException(
                $"'{_file.Path}', {Path}: {count} rows of a data set of {string.Join(" x ", _stored.Shape)} elements are more than are "
                    + $"read at once ({MaxBytes >> 20} MiB).");
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
        _ => "neither texts nor numbers of a usual type",
    };

    private long Open() => _id >= 0 ? _id : throw new ObjectDisposedException(nameof(Hdf5Dataset));
}
