using TorchSharp;

namespace Mpuc.Weights.Safetensors;

/// <summary>The element types of safetensors files and what they are in tensors.</summary>
internal static class SafetensorsType
{
    private static readonly (string Name, torch.ScalarType Type, int Size)[] Types =
    [
        ("BOOL", torch.ScalarType.Bool, 1),
        ("U8", torch.ScalarType.Byte, 1),
        ("I8", torch.ScalarType.Int8, 1),
        ("I16", torch.ScalarType.Int16, 2),
        ("I32", torch.ScalarType.Int32, 4),
        ("I64", torch.ScalarType.Int64, 8),
        ("F16", torch.ScalarType.Float16, 2),
        ("BF16", torch.ScalarType.BFloat16, 2),
        ("F32", torch.ScalarType.Float32, 4),
        ("F64", torch.ScalarType.Float64, 8),
    ];

    /// <summary>All names that are read and written.</summary>
    public static IEnumerable<string> Names => Types.Select(type => type.Name);

    /// <summary>Finds a type by its name in the header.</summary>
    /// <returns>The type and its size in bytes, or null.</returns>
    public static (torch.ScalarType Type, int Size)? Find(string name) =>
        Array.Find(Types, type => type.Name == name) is { Name: not null } found ? (found.Type, found.Size) : null;

    /// <summary>The name of a tensor's type in the header.</summary>
    /// <exception cref="MpucException">The format has no such type.</exception>
    public static string NameOf(torch.ScalarType type) =>
        Array.Find(Types, known => known.Type == type).Name
        ?? throw new MpucException($"A safetensors file cannot hold {type}; it holds {string.Join(", ", Names)}.");
}
