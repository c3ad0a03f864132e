using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;

namespace Mpuc.Weights.Safetensors;

/// <summary>
/// A file of named tensors in the safetensors format (https://github.com/huggingface/safetensors), which Python reads, too. Reading checks
/// the whole header first and executes nothing; each tensor is read when asked for.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly SafetensorsHeader _header;

    private SafetensorsFile(FileStream stream, SafetensorsHeader header) => (_stream, _header) = (stream, header);

    /// <summary>The file's path.</summary>
    public string Path => _stream.Name;

    /// <summary>Free texts by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => _header.Entries;

    /// <summary>Opens a file and checks its header against its length.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The open file.</returns>
    /// <exception cref="MpucException">
    /// The file is missing or not a sound safetensors file; the message names it and what is wrong.
    /// </exception>
    public static SafetensorsFile Open(string path)
    {
        FileStream? stream = null;
        try
        {
            RegularFile.Require(path);
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return new SafetensorsFile(stream, SafetensorsHeader.Read(stream, path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            throw new MpucException($"{path} cannot be read: {exception.Message}", exception);
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file, atomically: see <see cref="AtomicFile"/>.</summary>
    /// <param name="path">The final path; its folder exists.</param>
    /// <param name="tensors">The tensors by name, on any device, in any layout.</param>
    /// <param name="metadata">Free texts by name; null for none.</param>
    public static void Write(
        string path, IReadOnlyDictionary<string, torch.Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        if (tensors.ContainsKey(SafetensorsHeader.MetadataKey))
        {
            throw new MpucException(
                $"A safetensors file cannot hold a tensor named '{SafetensorsHeader.MetadataKey}'; that is the name of its free texts.");
        }

        // Widest elements first, as the reference implementation orders them, so that every tensor is aligned to its element size.
        var ordered = tensors
            .OrderByDescending(tensor => tensor.Value.ElementSize)
            .ThenBy(tensor => tensor.Key, StringComparer.Ordinal)
            .ToList();
        var header = Header(ordered, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var (_, tensor) in ordered)
            {
                using var scope = torch.NewDisposeScope();
                stream.Write(tensor.detach().cpu().contiguous().bytes);
            }
        });
    }

    /// <summary>Reads a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The tensor, on the CPU; the caller owns it.</returns>
    /// <exception cref="MpucException">There is no such tensor, or it is larger than 2 GiB.</exception>
    public torch.Tensor Read(string name)
    {
        var entry = Entries.GetValueOrDefault(name) ?? throw new MpucException($"{Path} has no tensor '{name}'.");
        if (entry.Length > Array.MaxLength)
        {
            throw new MpucException(
                $"{Path} has the tensor '{name}' of {entry.Length} bytes; a single one may have at most {Array.MaxLength}.");
        }

        var bytes = new byte[entry.Length];
        for (var done = 0; done < bytes.Length;)
        {
            var count = RandomAccess.Read(_stream.SafeFileHandle, bytes.AsSpan(done), entry.Offset + done);
            done += count > 0 ? count : throw new MpucException($"{Path} was cut short while it was read.");
        }

        var tensor = torch.empty([.. entry.Shape], entry.Type);
        if (bytes.Length > 0)
        {
            tensor.bytes = bytes;
        }

        return tensor;
    }

    /// <summary>Reads all tensors whose names begin with a prefix.</summary>
    /// <param name="prefix">The prefix, such as <c>model.</c>.</param>
    /// <returns>The tensors by name without the prefix; the caller owns them.</returns>
    public Dictionary<string, torch.Tensor> ReadAll(string prefix = "") => Entries.Keys
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[prefix.Length..], Read, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static byte[] Header(List<KeyValuePair<string, torch.Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(SafetensorsHeader.MetadataKey);
                foreach (var (key, value) in metadata)
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            var offset = 0L;
            foreach (var (name, tensor) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", SafetensorsType.NameOf(tensor.dtype));
                WriteSizes(json, "shape", tensor.shape);
                WriteSizes(json, "data_offsets", [offset, offset += tensor.numel() * tensor.ElementSize]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Spaces fill the header up to a multiple of 8, so that the data are aligned.
        buffer.Write(new byte[(8 - (buffer.Length % 8)) % 8].Select(_ => (byte)' ').ToArray());
        return buffer.ToArray();
    }

    private static void WriteSizes(Utf8JsonWriter json, string name, IEnumerable<long> sizes)
    {
        json.WriteStartArray(name);
        foreach (var size in sizes)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
    }
}
