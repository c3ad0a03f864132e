using System.Globalization;
using System.Text;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// Reads word vectors as GloVe and word2vec write them as text: a word and its numbers on every line, separated by spaces. A word may hold
/// spaces itself, as some of GloVe's largest set do. word2vec's first line, the number of words and their width, may be there.
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="sink">Takes the words.</param>
internal sealed class WordVectorText(string path, IWordVectorSink sink)
{
    private const int LongestLine = 1 << 20;

    private float[] _vector = [];
    private (long Words, int Width)? _announced;
    private long _words;

    /// <summary>Reads the file.</summary>
    /// <param name="stream">Its content.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="MpucException">A line is broken; the message names it and says what would be right.</exception>
    public void Read(Stream stream, CancellationToken cancellationToken)
    {
        var lines = new ByteLines(stream, LongestLine);
        while (lines.MoveNext(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Contains((byte)0))
            {
                throw new MpucException($"'{path}' is a binary file; word vectors must be text, a word and its numbers on every line.");
            }

            if (lines.IsCut)
            {
                throw Error(lines.Number, $"the line has more than {LongestLine} bytes; a line must hold one word and its vector.");
            }

            if (line.Length > 0 && !IsHeader(lines.Number, line))
            {
                ReadLine(lines.Number, line);
            }
        }

        if (_announced is var (words, _) && words != _words)
        {
            throw new MpucException($"'{path}' holds {_words} words where its first line announces {words}; copy or download it again.");
        }

        if (_words == 0)
        {
            throw new MpucException($"'{path}' holds no word vectors; every line must hold a word and its numbers.");
        }
    }

    private bool IsHeader(long number, ReadOnlySpan<byte> line)
    {
        if (number > 1 || Fields(line) != 2)
        {
            return false;
        }

        var space = line.IndexOfAny((byte)' ', (byte)'\t');
        if (!long.TryParse(line[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var words)
            || !int.TryParse(line[space..].TrimStart(" \t"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var width))
        {
            return false;
        }

        _announced = (words, width is > 0 and <= WordVectorIndex.Widest
            ? width
            : throw Error(number, $"a vector cannot have {width} numbers; it must have 1 to {WordVectorIndex.Widest}."));
        return true;
    }

    private void ReadLine(long number, ReadOnlySpan<byte> line)
    {
        if (_vector.Length == 0)
        {
            _vector = new float[_announced?.Width ?? WidthOf(number, line)];
        }

        var rest = line;
        for (var i = _vector.Length - 1; i >= 0; i--)
        {
            var space = rest.LastIndexOfAny((byte)' ', (byte)'\t');
            if (space < 0)
            {
                throw WrongCount(number, line);
            }

            if (!TryParse(rest[(space + 1)..], out _vector[i]))
            {
                throw Fields(line) == _vector.Length + 1 ? NoNumber(number, rest[(space + 1)..]) : WrongCount(number, line);
            }

            rest = rest[..space].TrimEnd(" \t"u8);
        }

        var inner = rest.LastIndexOfAny((byte)' ', (byte)'\t');
        if (rest.IsEmpty || (inner >= 0 && TryParse(rest[(inner + 1)..], out _)))
        {
            throw WrongCount(number, line);
        }

        sink.Add(rest, _vector);
        _words++;
    }

    private int WidthOf(long number, ReadOnlySpan<byte> line) => (Fields(line) - 1) switch
    {
        0 => throw Error(number, $"the word '{First(line)}' has no numbers; a line must hold a word and its vector, separated by spaces."),
        > WordVectorIndex.Widest => throw Error(number, $"a vector cannot have more than {WordVectorIndex.Widest} numbers."),
        var width => width,
    };

    private static bool TryParse(ReadOnlySpan<byte> field, out float value) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);

    private MpucException NoNumber(long number, ReadOnlySpan<byte> field) => Error(number, $"'{Show(field)}' is not a finite number.");

    private MpucException WrongCount(long number, ReadOnlySpan<byte> line) =>
        Error(number, $"the word '{First(line)}' has {Fields(line) - 1} numbers where {_vector.Length} are right, as in the first line.");

    private MpucException Error(long number, string wrong) => new($"'{path}', line {number}: {wrong}");

    private static int Fields(ReadOnlySpan<byte> line)
    {
        var fields = 0;
        foreach (var field in line.SplitAny((byte)' ', (byte)'\t'))
        {
            fields += line[field].IsEmpty ? 0 : 1;
        }

        return fields;
    }

    private static string First(ReadOnlySpan<byte> line) =>
        line.IndexOfAny((byte)' ', (byte)'\t') is >= 0 and var end ? Show(line[..end]) : Show(line);

    private static string Show(ReadOnlySpan<byte> field) =>
        field.Length <= 40 ? Encoding.UTF8.GetString(field) : Encoding.UTF8.GetString(field[..40]) + "...";
}
