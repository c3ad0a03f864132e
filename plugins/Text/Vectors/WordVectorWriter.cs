using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>Writes an index of word vectors. Vectors go to the file as they come; only the words are kept in memory.</summary>
/// <param name="file">A new file.</param>
internal sealed class WordVectorWriter(FileStream file) : IWordVectorSink
{
    private readonly ArrayBufferWriter<byte> _text = new(1 << 20);
    private readonly List<int> _ends = [];
    private double[] _sum = [];

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> word, ReadOnlySpan<float> vector)
    {
        if (_sum.Length == 0)
        {
            _sum = new double[vector.Length];
            file.Write(new byte[WordVectorIndex.HeaderLength]);
        }

        file.Write(MemoryMarshal.AsBytes(vector));
        for (var i = 0; i < vector.Length; i++)
        {
            _sum[i] += vector[i];
        }

        _text.Write(word);
        _ends.Add(_text.WrittenCount);
    }

    /// <summary>Writes the rest and flushes the file to the disk.</summary>
    /// <param name="source">The SHA-256 of the source.</param>
    public void Complete(ReadOnlySpan<byte> source)
    {
        float[] mean = [.. _sum.Select(sum => (float)(sum / _ends.Count))];
        file.Write(MemoryMarshal.AsBytes(mean.AsSpan()));
        var rows = SortedRows();
        var tables = Tables(rows);
        file.Write(tables);
        var header = new WordVectorIndex(_sum.Length, rows.Count, _ends.Count, tables.Length - (8L * rows.Count)).ToHeader(source, tables);
        file.Position = 0;
        file.Write(header);
        file.Flush(flushToDisk: true);
    }

    private ReadOnlySpan<byte> Word(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return _text.WrittenSpan[start.._ends[row]];
    }

    // By word, and each word once, with its first row.
    private List<int> SortedRows()
    {
        int[] rows = [.. Enumerable.Range(0, _ends.Count)];
        Array.Sort(rows, (left, right) => Word(left).SequenceCompareTo(Word(right)) is not 0 and var order ? order : left.CompareTo(right));
        return [.. rows.Where((row, place) => place == 0 || !Word(row).SequenceEqual(Word(rows[place - 1])))];
    }

    private byte[] Tables(List<int> rows)
    {
        var length = rows.Sum(row => Word(row).Length);
        var tables = new byte[(8 * rows.Count) + length];
        var end = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var word = Word(rows[i]);
            word.CopyTo(tables.AsSpan((8 * rows.Count) + end));
            end += word.Length;
            BinaryPrimitives.WriteInt32LittleEndian(tables.AsSpan(4 * i), end);
            BinaryPrimitives.WriteInt32LittleEndian(tables.AsSpan(4 * (rows.Count + i)), rows[i]);
        }

        return tables;
    }
}
