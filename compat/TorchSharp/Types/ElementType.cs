using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which C# type an element of each torch type is.</summary>
internal static class ElementType
{
    /// <summary>The torch type of a C# type; an <see cref="ArgumentException"/> where it has none.</summary>
    internal static ScalarType Of<T>() => TryOf(typeof(T)) ?? throw new ArgumentException($"There is no tensor of {typeof(T)}.");

    internal static ScalarType Of(Type type) => TryOf(type) ?? throw new ArgumentException($"There is no tensor of {type}.");

    private static ScalarType? TryOf(Type type)
    {
        if (type == typeof(float)) return ScalarType.Float32;
        if (type == typeof(double)) return ScalarType.Float64;
        if (type == typeof(long)) return ScalarType.Int64;
        if (type == typeof(int)) return ScalarType.Int32;
        if (type == typeof(short)) return ScalarType.Int16;
        if (type == typeof(sbyte)) return ScalarType.Int8;
        if (type == typeof(byte)) return ScalarType.Byte;
        if (type == typeof(bool)) return ScalarType.Bool;
        if (type == typeof(Half)) return ScalarType.Float16;
        if (type == typeof(BFloat16)) return ScalarType.BFloat16;
        if (type == typeof((float, float))) return ScalarType.ComplexFloat32;
        if (type == typeof(Complex)) return ScalarType.ComplexFloat64;
        return null;
    }
}
