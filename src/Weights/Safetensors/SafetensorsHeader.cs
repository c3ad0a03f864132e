using System.Text.Json;
using System.Text.Unicode;

namespace Mpuc.Weights.Safetensors;

/// <summary>
/// A safetensors file's header, checked in full before any tensor is read: 8 bytes of little-endian length N, N bytes of JSON, then the
/// data. The tensors must cover the data without gap or overlap.
/// </summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The longest header that is read, in bytes, as in the reference implementation.</summary>
    public const long MaximumLength = 100_000_000;

    /// <summary>The key of the header's free texts.</summary>
    public const string MetadataKey = "__metadata__";

    private readonly string _path;
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SafetensorsEntry> _entries = new(StringComparer.Ordinal);

    private SafetensorsHeader(string path) => _path = path;

    /// <summary>Free texts by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => _entries;

    /// <summary>Reads and checks a header.</summary>
    /// <param name="stream">The file, at its start.</param>
    /// <param name="path">The file's name for messages.</param>
    /// <returns>The header.</returns>
    /// <exception cref="MpucException">The file is not a sound safetensors file; the message names it and what is wrong.</exception>
    public static SafetensorsHeader Read(Stream stream, string path)
    {
        var header = new SafetensorsHeader(path);
        if (stream.Length < 8)
        {
            throw header.Damaged($"it has {stream.Length} bytes where a header length of 8 bytes is due");
        }

        Span<byte> prefix = stackalloc byte[8];
        stream.ReadExactly(prefix);
        var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is 0 or > MaximumLength || (long)length > stream.Length - 8)
        {
            throw header.Damaged(
                $"its header is said to have {length} bytes, while the file has {stream.Length - 8} more and {MaximumLength} are allowed");
        }

        var json = new byte[length];
        stream.ReadExactly(json);
        header.Parse(json, 8 + (long)length);
        header.CheckCover(8 + (long)length, stream.Length);
        return header;
    }

    private void Parse(byte[] json, long dataStart)
    {
        if (!Utf8.IsValid(json) || json[0] != (byte)'{')
        {
            throw Damaged("its header is not a JSON object in UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals(MetadataKey))
                {
                    ReadMetadata(property.Value);
                }
                else
                {
                    _entries[property.Name] = ReadEntry(property.Name, property.Value, dataStart);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MpucException($"{_path} is damaged: its header is not sound JSON ({exception.Message.TrimEnd('.')}).", exception);
        }
    }

    private void ReadMetadata(JsonElement metadata)
    {
        if (metadata.ValueKind != JsonValueKind.Object)
        {
            throw Damaged($"{MetadataKey} is not an object of texts");
        }

        foreach (var text in metadata.EnumerateObject())
        {
            _metadata[text.Name] = text.Value.ValueKind == JsonValueKind.String
                ? text.Value.GetString()!
                : throw Damaged($"{MetadataKey}.{text.Name} is not a text");
        }
    }

    private SafetensorsEntry ReadEntry(string name, JsonElement json, long dataStart)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("dtype", out var dtype) || dtype.ValueKind != JsonValueKind.String
            || !json.TryGetProperty("shape", out var shape) || ReadSizes(shape) is not { } sizes
            || !json.TryGetProperty("data_offsets", out var offsets) || ReadSizes(offsets) is not [var begin, var end]
            || json.EnumerateObject().Count() != 3)
        {
            throw Damaged($"the tensor '{name}' is not described by exactly dtype, shape and data_offsets");
        }

        if (SafetensorsType.Find(dtype.GetString()!) is not { } type)
        {
            throw Damaged(
                $"the tensor '{name}' has the type '{dtype.GetString()}', which is none of {string.Join(", ", SafetensorsType.Names)}");
        }

        var due = sizes.Aggregate((UInt128)type.Size, (product, size) => product > long.MaxValue ? product : product * (UInt128)size);
        if (begin > end || end > long.MaxValue - dataStart || due != (UInt128)(end - begin))
        {
            throw Damaged(
                $"the tensor '{name}' of type {dtype.GetString()} and shape [{string.Join(", ", sizes)}] takes {due} bytes, "
                + $"not those from {begin} to {end}");
        }

        return new SafetensorsEntry(type.Type, sizes, dataStart + begin, end - begin);
    }

    private static long[]? ReadSizes(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var sizes = json.EnumerateArray()
            .Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var size) ? size : -1)
            .ToArray();
        return sizes.All(size => size >= 0) ? sizes : null;
    }

    private void CheckCover(long dataStart, long fileLength)
    {
        var end = dataStart;
        foreach (var (name, entry) in _entries.OrderBy(entry => entry.Value.Offset).ThenBy(entry => entry.Value.Length))
        {
            if (entry.Offset != end)
            {
                throw Damaged($"the tensor '{name}' begins at byte {entry.Offset} of the file, where {end} is due");
            }

            end += entry.Length;
        }

        if (end != fileLength)
        {
            throw Damaged($"it has {fileLength} bytes, where its header makes {end}");
        }
    }

    private MpucException Damaged(string what) => new($"{_path} is not a sound safetensors file: {what}.");
}
