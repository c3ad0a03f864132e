using System.Buffers.Binary;
using TorchSharp;

namespace Mpuc.Weights.Tfjs;

/// <summary>Turns a weight's stored bytes, little-endian, into a tensor.</summary>
internal static class TfjsValues
{
    /// <summary>Makes the tensor: float32, int32, uint8 or bool; quantised values become what they stand for.</summary>
    /// <param name="weight">What the bytes are.</param>
    /// <param name="bytes">Exactly the weight's bytes.</param>
    /// <returns>The tensor; the caller owns it.</returns>
    public static torch.Tensor ToTensor(TfjsWeight weight, ReadOnlySpan<byte> bytes) => (weight.Type, weight.Quantization) switch
    {
        ("float32", null) => Stored(weight, bytes, torch.ScalarType.Float32),
        ("int32", null) => Stored(weight, bytes, torch.ScalarType.Int32),
        ("uint8", null) => Stored(weight, bytes, torch.ScalarType.Byte),
        (_, null) => Stored(weight, bytes, torch.ScalarType.Bool),
        ("float32", { } quantization) => torch.tensor(Dequantized(bytes, quantization, value => (float)value), weight.Shape),
        // As JavaScript rounds: halves upwards.
        (_, { } quantization) => torch.tensor(Dequantized(bytes, quantization, value => (int)Math.Floor(value + 0.5)), weight.Shape),
    };

    private static torch.Tensor Stored(TfjsWeight weight, ReadOnlySpan<byte> bytes, torch.ScalarType type)
    {
        var tensor = torch.empty(weight.Shape, type);
        if (bytes.Length > 0)
        {
            bytes.CopyTo(tensor.bytes);
        }

        return tensor;
    }

    private static T[] Dequantized<T>(ReadOnlySpan<byte> bytes, TfjsQuantization quantization, Func<double, T> convert)
    {
        var size = quantization.Type == "uint8" ? 1 : 2;
        var values = new T[bytes.Length / size];
        for (var index = 0; index < values.Length; index++)
        {
            var stored = quantization.Type switch
            {
                "uint8" => bytes[index],
                "uint16" => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * index)..]),
                _ => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * index)..]),
            };
            values[index] = convert((stored * quantization.Scale) + quantization.Minimum);
        }

        return values;
    }
}
