namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>Walks the chunks of a RIFF, RIFX (big-endian) or RF64 file (EBU Tech 3306), in whatever order they come.</summary>
internal ref struct WavHeaderReader
{
    private const int ChunkHeaderSize = 8;
    private const int FirstChunk = 12;

    private readonly FileStream _file;
    private readonly string _path;
    private readonly RiffByteOrder _order;
    private WavFormat? _format;
    private (long Start, long Length, long? Declared)? _data;
    private long? _wideDataSize;
    private bool _isForeign;

    private WavHeaderReader(FileStream file, string path, RiffByteOrder order) => (_file, _path, _order) = (file, path, order);

    /// <summary>Reads the layout of a WAV file.</summary>
    /// <returns>The layout; null if the file is no WAV file or its samples are compressed, so that ffmpeg must decode it.</returns>
    /// <exception cref="MpucException">The file is a damaged WAV file.</exception>
    public static WavLayout? TryRead(FileStream file, string path)
    {
        Span<byte> start = stackalloc byte[FirstChunk];
        if (file.ReadAtLeast(start, FirstChunk, throwOnEndOfStream: false) < FirstChunk
            || !(start.StartsWith("RIFF"u8) || start.StartsWith("RIFX"u8) || start.StartsWith("RF64"u8) || start.StartsWith("BW64"u8))
            || !start[8..].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        return new WavHeaderReader(file, path, new RiffByteOrder(start.StartsWith("RIFX"u8))).ReadChunks();
    }

    private WavLayout? ReadChunks()
    {
        Span<byte> header = stackalloc byte[ChunkHeaderSize];
        for (long offset = FirstChunk; offset + ChunkHeaderSize <= _file.Length && !_isForeign;)
        {
            _file.Position = offset;
            _file.ReadExactly(header);
            var size = _order.ReadUInt32(header[4..]);
            var length = ReadChunk(header[..4], size, offset + ChunkHeaderSize);

            // Chunks start at even offsets.
            offset += ChunkHeaderSize + length + (length & 1);
        }

        return (_isForeign, _format, _data) switch
        {
            (true, _, _) => null,
            (_, { } format, var (start, length, declared)) => new WavLayout(format, start, length, declared),
            (_, null, _) =>
                throw new MpucException(
                    $"'{_path}' is damaged: it starts as a WAV file but has no 'fmt ' chunk that says how its samples are stored."),
            _ => throw new MpucException($"'{_path}' has a header but no samples: the 'data' chunk is missing; record or copy it again."),
        };
    }

    private long ReadChunk(scoped ReadOnlySpan<byte> id, uint size, long start)
    {
        if (id.SequenceEqual("ds64"u8))
        {
            var sizes = ReadBody(16, size, start, "ds64");
            _wideDataSize = _order.ReadInt64(sizes.AsSpan(8));
        }
        else if (id.SequenceEqual("fmt "u8))
        {
            _format = WavFormatParser.TryParse(ReadBody(16, size, start, "fmt "), _order, _path);
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
        var declared = size == uint.MaxValue && _wideDataSize is { } wide ? wide : size;
        var file = _file;
        if (DataSize.Of(size, _wideDataSize, present, (offset, most) => Peek(file, start + offset, most), _order) is not { } found)
        {
            throw new MpucException(
                $"'{_path}' is truncated: its header promises {(ulong)declared} bytes of samples, but {present} are there; copy or "
                    + "record it again.");
        }

        _data = (start, found.Length, found.IsDoubtful ? declared : null);
        return found.Length;
    }

    private static byte[] Peek(FileStream file, long offset, int most)
    {
        var bytes = new byte[most];
        file.Position = offset;
        return bytes[..file.ReadAtLeast(bytes, most, throwOnEndOfStream: false)];
    }

    private readonly byte[] ReadBody(int least, uint size, long start, string name)
    {
        const int Most = 64;
        var body = new byte[Math.Min(size, Most)];
        if (body.Length < least || start + body.Length > _file.Length)
        {
            throw new MpucException(
                $"'{_path}' is damaged: its '{name}' chunk should have at least {least} bytes and has "
                    + $"{Math.Min(body.Length, _file.Length - start)}.");
        }

        _file.ReadExactly(body);
        return body;
    }
}

/// <summary>Where the samples of a WAV file lie and what they are.</summary>
/// <param name="DataStart">The offset of the first sample's first byte.</param>
/// <param name="DataLength">The number of bytes of samples, all of them present.</param>
/// <param name="Declared">The number of bytes that the header gives where the file belies it; null where they agree.</param>
internal readonly record struct WavLayout(WavFormat Format, long DataStart, long DataLength, long? Declared = null)
{
    /// <summary>The number of whole frames.</summary>
    public long Frames => DataLength / Format.BytesPerFrame;
}
