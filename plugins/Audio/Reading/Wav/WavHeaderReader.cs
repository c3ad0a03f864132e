using System.Buffers.Binary;

namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>Walks the chunks of a RIFF or RF64 file (EBU Tech 3306), in whatever order they come.</summary>
internal ref struct WavHeaderReader
{
    private const int ChunkHeaderSize = 8;
    private const int FirstChunk = 12;

    // What a writer that cannot seek back (a pipe) leaves where the size belongs.
    private const uint UnknownSize = uint.MaxValue;

    private readonly FileStream _file;
    private readonly string _path;
    private WavFormat? _format;
    private (long Start, long Length)? _data;
    private long? _wideDataSize;
    private bool _isForeign;

    private WavHeaderReader(FileStream file, string path) => (_file, _path) = (file, path);

    /// <summary>Reads the layout of a WAV file.</summary>
    /// <param name="file">The file, open for reading.</param>
    /// <param name="path">The file's path, for messages.</param>
    /// <returns>The layout; null if the file is no WAV file or its samples are compressed, so that ffmpeg must decode it.</returns>
    /// <exception cref="MpucException">The file is a damaged WAV file.</exception>
    public static WavLayout? TryRead(FileStream file, string path)
    {
        Span<byte> start = stackalloc byte[FirstChunk];
        if (file.ReadAtLeast(start, FirstChunk, throwOnEndOfStream: false) < FirstChunk
            || !(start.StartsWith("RIFF"u8) || start.StartsWith("RF64"u8))
            || !start[8..].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        return new WavHeaderReader(file, path).ReadChunks();
    }

    private WavLayout? ReadChunks()
    {
        Span<byte> header = stackalloc byte[ChunkHeaderSize];
        for (long offset = FirstChunk; offset + ChunkHeaderSize <= _file.Length && !_isForeign;)
        {
            _file.Position = offset;
            _file.ReadExactly(header);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            var length = ReadChunk(header[..4], size, offset + ChunkHeaderSize);

            // Chunks start at even offsets.
            offset += ChunkHeaderSize + length + (length & 1);
        }

        return (_isForeign, _format, _data) switch
        {
            (true, _, _) => null,
            (_, { } format, var (start, length)) => new WavLayout(format, start, length),
            (_, null, _) => throw new MpucException($"'{_path}' is damaged: it starts as a WAV file but has no 'fmt ' chunk that says how its samples are stored."),
            _ => throw new MpucException($"'{_path}' has a header but no samples: the 'data' chunk is missing; record or copy it again."),
        };
    }

    private long ReadChunk(scoped ReadOnlySpan<byte> id, uint size, long start)
    {
        if (id.SequenceEqual("ds64"u8))
        {
            var sizes = ReadBody(16, size, start, "ds64");
            _wideDataSize = BinaryPrimitives.ReadInt64LittleEndian(sizes.AsSpan(8));
        }
        else if (id.SequenceEqual("fmt "u8))
        {
            _format = WavFormatParser.TryParse(ReadBody(16, size, start, "fmt "), _path);
            _isForeign = _format is null;
        }
        else if (id.SequenceEqual("data"u8))
        {
            return FindData(size, start);
        }

        return size;
    }

    private long FindData(uint size, long start)
    {
        var present = _file.Length - start;
        var promised = size != UnknownSize ? size : _wideDataSize ?? present;
        if (promised < 0 || promised > present)
        {
            throw new MpucException(
                $"'{_path}' is truncated: its header promises {(ulong)promised} bytes of samples, but {present} are there; copy or record it again.");
        }

        _data = (start, promised);
        return promised;
    }

    private readonly byte[] ReadBody(int least, uint size, long start, string name)
    {
        const int Most = 64;
        var body = new byte[Math.Min(size, Most)];
        if (body.Length < least || start + body.Length > _file.Length)
        {
            throw new MpucException(
                $"'{_path}' is damaged: its '{name}' chunk should have at least {least} bytes and has {Math.Min(body.Length, _file.Length - start)}.");
        }

        _file.ReadExactly(body);
        return body;
    }
}
