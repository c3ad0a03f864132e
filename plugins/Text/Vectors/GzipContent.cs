using System.Buffers.Binary;
using System.IO.Compression;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// The content of a gzip file, for reading once from its start. Unlike <see cref="GZipStream"/> it notices a file that was cut off: at its
/// end it compares the number of bytes with the one that gzip writes there.
/// </summary>
/// <param name="file">The gzip file at its start, seekable; disposed with this stream.</param>
/// <param name="path">Its name, for messages.</param>
internal sealed class GzipContent(FileStream file, string path) : Stream
{
    private readonly GZipStream _gzip = new(file, CompressionMode.Decompress);
    private long _count;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _gzip.Read(buffer, offset, count);
        _count += read;
        if (read == 0 && count > 0)
        {
            RequireWhole();
        }

        return read;
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void RequireWhole()
    {
        Span<byte> size = stackalloc byte[sizeof(uint)];
        if (file.Length >= size.Length)
        {
            file.Seek(-size.Length, SeekOrigin.End);
            file.ReadExactly(size);
        }

        // Nothing, too, is a content; a file that is shorter than the number has not even a head.
        if (file.Length < size.Length || BinaryPrimitives.ReadUInt32LittleEndian(size) != (uint)_count)
        {
            throw new MpucException($"'{path}' is cut off, or is several gzip files in one; copy or download it again, or unpack it.");
        }
    }
}
