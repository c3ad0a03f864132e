using System.Text;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>Reads whole text files in whatever of the usual encodings they are.</summary>
internal static class TextFile
{
    // A thousand hours of speech are some 60 MB.
    private const long LongestBytes = 256L << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a file: UTF-8, UTF-16 with a byte order mark, and, where it is neither, one byte per character as in Windows-1252 (whose quotes and dashes
    /// <see cref="Words.PlainCharacters"/> knows by their bytes).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>Its text, without a byte order mark.</returns>
    /// <exception cref="MpucException">The file is missing, empty, too large, or no text.</exception>
    public static string Read(string path)
    {
        var text = Decode(ReadBytes(path));
        var control = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        return control < 0
            ? text
            : throw new MpucException($"'{path}' is no text file: there is a byte {(int)text[control]} in it.");
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new MpucException(Directory.Exists(path) ? $"'{path}' is a folder, not a transcript." : $"The transcript '{path}' does not exist.");
            }

            return file.Length switch
            {
                0 => throw new MpucException($"'{path}' is empty (0 bytes); it must hold what is said in the recording."),
                > LongestBytes => throw new MpucException($"'{path}' has {file.Length >> 20} MiB; a transcript or table may have {LongestBytes >> 20} MiB."),
                _ => File.ReadAllBytes(path),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

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
