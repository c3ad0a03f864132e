using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;
using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// Word vectors of an index on disk: the words in memory, the vectors mapped, so that only those which are looked up are ever read. Safe
/// for use by several threads at once.
/// </summary>
internal sealed class WordVectors : IVocabulary, IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly WordVectorIndex _index;
    private readonly int[] _ends;
    private readonly int[] _rows;
    private readonly byte[] _text;

    private WordVectors(MemoryMappedFile file, WordVectorIndex index, byte[] tables)
    {
        (_file, _index) = (file, index);
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _ends = MemoryMarshal.Cast<byte, int>(tables.AsSpan(0, 4 * index.Words)).ToArray();
        _rows = MemoryMarshal.Cast<byte, int>(tables.AsSpan(4 * index.Words, 4 * index.Words)).ToArray();
        _text = tables[(8 * index.Words)..];
    }

    /// <summary>Numbers per vector.</summary>
    public int Width => _index.Width;

    /// <summary>Different words.</summary>
    public int Count => _index.Words;

    /// <summary>The row of the mean of all vectors.</summary>
    public int MeanRow => _index.Rows;

    /// <summary>Opens an index.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">The SHA-256 that its source must have.</param>
    /// <returns>The vectors; null where there is no such index, or a damaged one.</returns>
    public static WordVectors? TryOpen(string path, ReadOnlySpan<byte> source)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var header = new byte[WordVectorIndex.HeaderLength];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            || WordVectorIndex.Parse(header, source) is not { } index || index.FileLength != stream.Length)
        {
            return null;
        }

        var tables = new byte[index.TablesLength];
        stream.Position = index.TablesOffset;
        stream.ReadExactly(tables);
        if (!WordVectorIndex.Fits(header, tables))
        {
            return null;
        }

        return IsSound(index, tables)
            ? new WordVectors(
                MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true),
                index,
                tables)
            : null;
    }

    /// <inheritdoc/>
    public int Find(string word)
    {
        ReadOnlySpan<byte> wanted = Encoding.UTF8.GetBytes(word);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Word(middle).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return _rows[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Reads a vector.</summary>
    /// <param name="row">A row that <see cref="Find"/> gave, or <see cref="MeanRow"/>.</param>
    /// <param name="vector">Takes the <see cref="Width"/> numbers.</param>
    public void Read(int row, Span<float> vector) =>
        _view.SafeMemoryMappedViewHandle.ReadSpan(
            WordVectorIndex.HeaderLength + ((ulong)row * (ulong)Width * sizeof(float)), vector[..Width]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    // The hash tells damage, not that the tables were written well: every word must lie in the text, and every row among the vectors.
    private static bool IsSound(WordVectorIndex index, byte[] tables)
    {
        var ends = MemoryMarshal.Cast<byte, int>(tables.AsSpan(0, sizeof(int) * index.Words));
        var rows = MemoryMarshal.Cast<byte, int>(tables.AsSpan(sizeof(int) * index.Words, sizeof(int) * index.Words));
        var last = 0;
        foreach (var end in ends)
        {
            if (end < last)
            {
                return false;
            }

            last = end;
        }

        return last == index.TextLength && !rows.ContainsAnyExceptInRange(0, index.Rows - 1);
    }

    private ReadOnlySpan<byte> Word(int place)
    {
        var start = place == 0 ? 0 : _ends[place - 1];
        return _text.AsSpan(start, _ends[place] - start);
    }
}
