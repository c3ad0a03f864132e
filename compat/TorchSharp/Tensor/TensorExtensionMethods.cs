using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The number in a tensor of one element, converted to a C# type, and other conveniences.</summary>
public static partial class TensorExtensionMethods
{
    public static byte ToByte(this Tensor value) => (byte)value.ToScalar().AsInt64();

    public static sbyte ToSByte(this Tensor value) => (sbyte)value.ToScalar().AsInt64();

    public static short ToInt16(this Tensor value) => (short)value.ToScalar().AsInt64();

    public static int ToInt32(this Tensor value) => (int)value.ToScalar().AsInt64();

    public static long ToInt64(this Tensor value) => value.ToScalar().AsInt64();

    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();

    public static Half ToHalf(this Tensor value) => (Half)value.ToScalar().AsDouble();

    public static BFloat16 ToBFloat16(this Tensor value) => new((float)value.ToScalar().AsDouble());

    public static float ToSingle(this Tensor value) => (float)value.ToScalar().AsDouble();

    public static double ToDouble(this Tensor value) => value.ToScalar().AsDouble();

    public static (float Real, float Imaginary) ToComplexFloat32(this Tensor value) => value.ToScalar().ToComplexFloat32();

    public static Complex ToComplexFloat64(this Tensor value) => value.ToScalar().ToComplexFloat64();

    public static (float Real, float Imaginary) ToComplex32(this Tensor value) => value.ToComplexFloat32();

    public static Complex ToComplex64(this Tensor value) => value.ToComplexFloat64();

    /// <summary>Bytes per element.</summary>
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool or ScalarType.QInt8 or ScalarType.QUInt8 => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 or ScalarType.QInt32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such element type."),
    };

    /// <summary>The number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, length) => product * length);

    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
        where T : unmanaged
    {
        var flat = torch.from_array(rawArray);
        var shaped = flat.reshape(dimensions);
        flat.Dispose();
        return (doCopy ? Copy(shaped) : shaped).requires_grad_(requires_grad);
    }

    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false)
        where T : unmanaged
    {
        using var single = torch.from_array(new[] { scalar });
        using var shaped = single.reshape([]);
        return (device is null ? shaped.clone() : shaped.to(device, copy: true)).requires_grad_(requires_grad);
    }

    private static Tensor Copy(Tensor shared)
    {
        using (shared) {
            return shared.clone();
        }
    }
}
