using System.Text.Json;

namespace Mpuc.Plugins.Text.Vectors;

/// <summary>
/// Reads word vectors as winkNLP's npm packages hold them: an object with the number <c>dimensions</c> and, after it, the object
/// <c>vectors</c> from words to lists of numbers, of which those behind the dimensions (a norm, an index) are left out. Read as a stream;
/// nothing but the current word is kept.
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="sink">Takes the words.</param>
internal sealed class WordVectorJson(string path, IWordVectorSink sink)
{
    private const int FirstBuffer = 1 << 16;
    private const int LargestBuffer = 1 << 20;

    private float[] _vector = [];
    private int _numbers;
    private byte[] _word = [];
    private bool _inVectors;
    private bool _isDimensions;
    private long _words;

    /// <summary>Reads the file.</summary>
    /// <param name="stream">Its content.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="MpucException">The file is no such JSON, or a vector is broken.</exception>
    public void Read(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            ReadTokens(stream, cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new MpucException(
                $"'{path}' is damaged at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: it is no JSON there; "
                    + "copy or download it again.",
                exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new MpucException(
                $"'{path}' is damaged: the name after the word '{Word}' is no text in Unicode; copy or download it again.", exception);
        }

        if (_words == 0)
        {
            throw new MpucException(
                $"'{path}' holds no word vectors; it must be an object with 'dimensions' and 'vectors', the words with their numbers.");
        }
    }

    private void ReadTokens(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[FirstBuffer];
        var (length, ended, state) = (0, false, default(JsonReaderState));
        while (!ended)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, length, buffer.Length - length);
            (length, ended) = (length + read, read == 0);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, length), ended, state);
            while (reader.Read())
            {
                Take(ref reader);
            }

            state = reader.CurrentState;
            var rest = buffer.AsSpan((int)reader.BytesConsumed, length - (int)reader.BytesConsumed);
            length = rest.Length;
            var larger = length < buffer.Length ? buffer
                : length < LargestBuffer ? new byte[4 * length]
                : throw new MpucException(
                    $"'{path}' holds a word or a number of more than {LargestBuffer} bytes; it is no file of word vectors.");
            rest.CopyTo(larger);
            buffer = larger;
        }
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType, reader.CurrentDepth)
        {
            case (JsonTokenType.PropertyName, 1):
                (_inVectors, _isDimensions) = (reader.ValueTextEquals("vectors"u8), reader.ValueTextEquals("dimensions"u8));
                break;
            case (JsonTokenType.Number, 1) when _isDimensions:
                _vector = new float[reader.TryGetInt32(out var width) && width is > 0 and <= WordVectorIndex.Widest
                    ? width
                    : throw new MpucException($"'{path}': 'dimensions' must be a whole number from 1 to {WordVectorIndex.Widest}.")];
                break;
            case (JsonTokenType.PropertyName, 2) when _inVectors:
                _word = Unescape(ref reader);
                _numbers = 0;
                break;
            case (JsonTokenType.Number, 3) when _inVectors:
                TakeNumber(ref reader);
                break;
            case (JsonTokenType.EndArray, 2) when _inVectors:
                TakeWord();
                break;
        }
    }

    private void TakeNumber(ref Utf8JsonReader reader)
    {
        if (_numbers < _vector.Length && (!reader.TryGetSingle(out _vector[_numbers]) || !float.IsFinite(_vector[_numbers])))
        {
            throw new MpucException($"'{path}': number {_numbers + 1} of the word '{Word}' is not a finite number.");
        }

        _numbers++;
    }

    private void TakeWord()
    {
        if (_vector.Length == 0)
        {
            throw new MpucException($"'{path}': 'dimensions', the number of values in a vector, must stand before 'vectors'.");
        }

        if (_numbers < _vector.Length)
        {
            throw new MpucException($"'{path}': the word '{Word}' has {_numbers} numbers where 'dimensions' says {_vector.Length}.");
        }

        if (_word.Length > 0)
        {
            sink.Add(_word, _vector);
            _words++;
        }
    }

    private string Word => System.Text.Encoding.UTF8.GetString(_word);

    private static byte[] Unescape(ref Utf8JsonReader reader)
    {
        var word = new byte[reader.ValueSpan.Length];
        return word[..reader.CopyString(word)];
    }
}
