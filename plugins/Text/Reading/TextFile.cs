using System.Text;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>Reads whole text files in whatever of the usual encodings they are.</summary>
internal static class TextFile
{
    /// <summary>The longest transcript of one recording without times, in bytes: some 180,000 words, sixteen hours of speech.</summary>
    public const long LongestTranscript = 1L << 20;

    /// <summary>The longest file of one recording's words with times, in bytes: they take ten times the place.</summary>
    public const long LongestTimed = 8L << 20;

    // Of a table with a row per recording: a thousand hours of speech are some 60 MB.
    private const long LongestTable = 256L << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a file: UTF-8, UTF-16 with a byte order mark, and, where it is neither, one byte per character as in Windows-1252 (whose
    /// quotes and dashes <see cref="Words.PlainCharacters"/> knows by their bytes).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="longest">The most bytes that it may have.</param>
    /// <returns>Its text, without a byte order mark.</returns>
    /// <exception cref="MpucException">The file is missing, empty, too large, or no text.</exception>
    public static string Read(string path, long longest = LongestTable)
    {
        var text = Decode(ReadBytes(path, longest));
        var control = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        return control < 0
            ? text
            : throw new MpucException($"'{path}' is no text file: there is a byte {(int)text[control]} in it.");
    }

    /// <summary>Refuses plain text that is too long for one recording; what has times may be longer.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The text.</returns>
    /// <exception cref="MpucException">It has more than <see cref="LongestTranscript"/> bytes.</exception>
    public static string RequireShort(string path, string text) =>
        Encoding.UTF8.GetByteCount(text) is > (int)LongestTranscript and var bytes ? throw TooLong(path, bytes, LongestTranscript) : text;

    private static byte[] ReadBytes(string path, long longest)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.ResolveLinkTarget(returnFinalTarget: true) is { Exists: false })
            {
                throw new MpucException(Directory.Exists(path) ? $"'{path}' is a folder, not a transcript."
                    : file.LinkTarget is { } target ? $"The transcript '{path}' is a link to '{target}', which does not exist."
                    : $"The transcript '{path}' does not exist.");
            }

            // Of a link, the target's length counts.
            return new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName).Length switch
            {
                0 => throw new MpucException($"'{path}' is empty (0 bytes); it must hold what is said in the recording."),
                var bytes when bytes > longest => throw TooLong(path, bytes, longest),
                _ => File.ReadAllBytes(path),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static MpucException TooLong(string path, long bytes, long longest) => new(longest == LongestTable
        ? $"'{path}' has {bytes >> 20} MiB; a table of transcripts may have {longest >> 20} MiB."
        : $"'{path}' has {bytes} bytes; the transcript of one recording may have {longest >> 20} MiB, and a table of many is asked for "
            + "by a key.");

    private static string Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
