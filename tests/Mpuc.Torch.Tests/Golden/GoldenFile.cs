using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Golden;

/// <summary>PyTorch's values, written by the scripts in tests/golden as safetensors files.</summary>
internal sealed class GoldenFile
{
    private readonly byte[] bytes;
    private readonly int start;
    private readonly Dictionary<string, Entry> entries;

    public GoldenFile(string name)
    {
        bytes = File.ReadAllBytes(PathOf(name));
        start = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        entries = JsonSerializer.Deserialize<Dictionary<string, Entry>>(bytes.AsSpan(8..start))!;
        Cases = entries.Keys.Select(key => key.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
    }

    public IReadOnlyList<string> Cases { get; }

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "golden", name);

    public bool Contains(string key) => entries.ContainsKey(key);

    /// <summary>The names below a path, for example of all gradients of a case.</summary>
    public IReadOnlyList<string> Below(string path)
        => [.. entries.Keys.Where(key => key.StartsWith(path + "/", StringComparison.Ordinal)).Select(key => key[(path.Length + 1)..])];

    /// <summary>A tensor; floating-point ones in the given type.</summary>
    public Tensor Read(string key, ScalarType dtype)
    {
        var entry = entries[key];
        var data = bytes.AsSpan(start + entry.data_offsets[0], entry.data_offsets[1] - entry.data_offsets[0]);
        return entry.dtype switch
        {
            "F64" => tensor(MemoryMarshal.Cast<byte, double>(data).ToArray(), entry.shape).to(dtype),
            "I64" => tensor(MemoryMarshal.Cast<byte, long>(data).ToArray(), entry.shape),
            "BOOL" => tensor(MemoryMarshal.Cast<byte, bool>(data).ToArray(), entry.shape),
            _ => throw new InvalidDataException($"'{key}' has the type {entry.dtype}."),
        };
    }

    private sealed record Entry(string dtype, long[] shape, int[] data_offsets);
}
