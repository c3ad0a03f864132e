using TorchSharp;

namespace Mpuc.Weights.PyTorch;

/// <summary>The classes of storages that pickles name, and the element types of their tensors.</summary>
internal static class TorchStorageType
{
    private static readonly (string Name, torch.ScalarType Type, int Size)[] Types =
    [
        ("torch.DoubleStorage", torch.ScalarType.Float64, 8),
        ("torch.FloatStorage", torch.ScalarType.Float32, 4),
        ("torch.HalfStorage", torch.ScalarType.Float16, 2),
        ("torch.BFloat16Storage", torch.ScalarType.BFloat16, 2),
        ("torch.LongStorage", torch.ScalarType.Int64, 8),
        ("torch.IntStorage", torch.ScalarType.Int32, 4),
        ("torch.ShortStorage", torch.ScalarType.Int16, 2),
        ("torch.CharStorage", torch.ScalarType.Int8, 1),
        ("torch.ByteStorage", torch.ScalarType.Byte, 1),
        ("torch.BoolStorage", torch.ScalarType.Bool, 1),
    ];

    /// <summary>Finds a type by the storage's class.</summary>
    /// <returns>The type and its size in bytes, or null.</returns>
    public static (torch.ScalarType Type, int Size)? Find(string name) =>
        Array.Find(Types, type => type.Name == name) is { Name: not null } found ? (found.Type, found.Size) : null;
}
