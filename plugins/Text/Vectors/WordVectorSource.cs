namespace Mpuc.Plugins.Text.Vectors;

/// <summary>Reads a file of word vectors in whatever of the known forms it has: text or JSON, plain or in gzip.</summary>
internal static class WordVectorSource
{
    private static readonly byte[] Gzip = [0x1F, 0x8B];
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Reads all words of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sink">Takes the words.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="MpucException">The file cannot be read, or is damaged.</exception>
    public static void Read(string path, IWordVectorSink sink, CancellationToken cancellationToken)
    {
        try
        {
            var isJson = IsJson(path);
            using var stream = Open(path);
            if (isJson)
            {
                new WordVectorJson(path, sink).Read(stream, cancellationToken);
            }
            else
            {
                new WordVectorText(path, sink).Read(stream, cancellationToken);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new MpucException($"'{path}' is damaged: it is no valid gzip file; copy or download it again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            var head = Head(file);
            file.Position = 0;
            return head.StartsWith(Zip) ? throw new MpucException(
                $"'{path}' is a zip archive; unpack it and name the text file that is in it.")
                : head.StartsWith(Gzip) ? new GzipContent(file, path)
                : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // A text file may well begin with the word "{", but then a number follows.
    private static bool IsJson(string path)
    {
        using var stream = Open(path);
        var head = Head(stream).TrimStart(" \t\r\n"u8);
        return head is [(byte)'{', ..] && head[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..];
    }

    private static ReadOnlySpan<byte> Head(Stream stream)
    {
        var head = new byte[64];
        return head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }
}
