using System.Text;

namespace Mpuc.Weights.Npm;

/// <summary>
/// A tar file on its way to .NET's reader, which takes as much memory for an extended header as the file says that it has. Here every
/// header is looked at first.
/// </summary>
/// <param name="tar">The tar file at its start; disposed with this stream.</param>
internal sealed class TarHeaders(Stream tar) : Stream
{
    /// <summary>The most bytes of an extended header: of names, times and comments.</summary>
    public const int MostExtended = 1 << 20;

    private const int Block = 512;
    private const int SizeOffset = 124;
    private const int SizeLength = 12;
    private const int TypeOffset = 156;
    private const string Extended = "xgLK";
    private const string WithContent = "0\0" + "7" + Extended;

    private readonly byte[] _header = new byte[Block];
    private readonly List<byte> _attributes = [];
    private int _filled;
    private long _content;
    private bool _isAttributes;

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
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var isContent = _content > 0;
        var read = tar.Read(buffer, offset, (int)Math.Min(count, isContent ? _content : Block - _filled));
        var bytes = buffer.AsSpan(offset, read);
        if (isContent)
        {
            TakeContent(bytes);
            return read;
        }

        bytes.CopyTo(_header.AsSpan(_filled));
        _filled += read;
        if (_filled == Block)
        {
            _filled = 0;
            TakeHeader();
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
            tar.Dispose();
        }

        base.Dispose(disposing);
    }

    // Blocks of zeros end a file.
    private void TakeHeader()
    {
        if (!_header.AsSpan().ContainsAnyExcept((byte)0))
        {
            return;
        }

        var (type, size) = ((char)_header[TypeOffset], Size());
        if (Extended.Contains(type, StringComparison.Ordinal) && size > MostExtended)
        {
            throw new NpmFailure($"the package has an extended header of {size} bytes, and at most {MostExtended} are read");
        }

        if (size > 0 && !WithContent.Contains(type, StringComparison.Ordinal))
        {
            throw new NpmFailure("the package is damaged: something else than a file has a content");
        }

        _content = (size + Block - 1) / Block * Block;
        _isAttributes = type is 'x' or 'g';
        _attributes.Clear();
    }

    private void TakeContent(ReadOnlySpan<byte> bytes)
    {
        _content -= bytes.Length;
        if (!_isAttributes)
        {
            return;
        }

        // An attribute with the size of the file behind it would have the last word on where the next header is. Below 8 GiB nobody needs
        // one.
        _attributes.AddRange(bytes);
        if (_content == 0 && Encoding.UTF8.GetString([.. _attributes]).Contains(" size=", StringComparison.Ordinal))
        {
            throw new NpmFailure("the package gives a file's size in an extended header; it must stand in the file's own");
        }
    }

    // Octal digits, or from 8 GiB on a binary number, which no package needs.
    private long Size()
    {
        var text = Encoding.Latin1.GetString(_header, SizeOffset, SizeLength).Trim('\0', ' ');
        var size = 0L;
        foreach (var digit in text)
        {
            size = digit is >= '0' and <= '7'
                ? (8 * size) + digit - '0'
                : throw new NpmFailure("the package is damaged: a size in it is no octal number");
        }

        return size;
    }
}
