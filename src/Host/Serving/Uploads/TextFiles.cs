using System.Text.Unicode;

namespace Mpuc.Host.Serving.Uploads;

/// <summary>Tells transcripts and tables, which have no length in seconds, from media.</summary>
internal static class TextFiles
{
    private const int Bytes = 4096;

    /// <summary>Whether a file begins as a text does.</summary>
    /// <returns>True for UTF-8 without control characters but for white space.</returns>
    public static bool Is(string path)
    {
        Span<byte> start = stackalloc byte[Bytes];
        using var stream = File.OpenRead(path);
        start = start[..stream.ReadAtLeast(start, Bytes, throwOnEndOfStream: false)];
        return !start.ContainsAnyInRange((byte)0, (byte)8) && IsUtf8(start);
    }

    // The last character may be cut in two, of up to four bytes.
    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        for (var cut = 0; cut < Math.Min(4, start.Length); cut++)
        {
            if (Utf8.IsValid(start[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
