using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// TorchSharp's own format for one tensor: type, number of dimensions and lengths as variable-length integers (seven bits a byte, low
/// bits first), then the elements. Reading checks everything before it allocates, and runs nothing.
/// </summary>
internal static class TensorStream
{
    private const int MaximumDimensions = 64;

    internal static void Write(Tensor tensor, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        var shape = tensor.shape;
        writer.Write7BitEncodedInt64(shape.Length);
        foreach (var length in shape) {
            writer.Write7BitEncodedInt64(length);
        }

        writer.Flush();
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    internal static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = empty(shape, type);
        try {
            tensor.ReadBytesFromStream(reader.BaseStream);
        } catch {
            tensor.Dispose();
            throw;
        }

        return tensor;
    }

    /// <summary>Reads a tensor into another of the same shape and type, or only past it.</summary>
    internal static void Read(BinaryReader reader, Tensor target, bool skip)
    {
        var (type, shape) = ReadHeader(reader);
        if (skip) {
            Skip(reader, type.ElementSize() * shape.TotalSize());
            return;
        }

        if (type != target.dtype || !shape.AsSpan().SequenceEqual(target.shape)) {
            throw new ArgumentException(
                $"The stream holds {type}[{string.Join(", ", shape)}], but the tensor is {target.dtype}[{string.Join(", ", target.shape)}].");
        }

        target.ReadBytesFromStream(reader.BaseStream);
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)checked((sbyte)reader.Read7BitEncodedInt64());
        if (!Enum.IsDefined(type)) {
            throw new InvalidDataException($"{(int)type} is not the number of an element type.");
        }

        var dimensions = reader.Read7BitEncodedInt64();
        if (dimensions is < 0 or > MaximumDimensions) {
            throw new InvalidDataException($"A tensor cannot have {dimensions} dimensions.");
        }

        var shape = new long[dimensions];
        for (var i = 0; i < shape.Length; i++) {
            shape[i] = reader.Read7BitEncodedInt64();
            if (shape[i] < 0) {
                throw new InvalidDataException($"Dimension {i} cannot have the length {shape[i]}.");
            }
        }

        var stream = reader.BaseStream;
        var bytes = shape.Aggregate((Int128)type.ElementSize(), (product, length) => product * length);
        if (stream.CanSeek && bytes > stream.Length - stream.Position) {
            throw new EndOfStreamException($"The tensor has {bytes} bytes, but only {stream.Length - stream.Position} are left.");
        }

        return (type, shape);
    }

    private static void Skip(BinaryReader reader, long bytes)
    {
        if (reader.BaseStream.CanSeek) {
            reader.BaseStream.Seek(bytes, SeekOrigin.Current);
            return;
        }

        var buffer = new byte[Math.Min(bytes, 1 << 16)];
        for (var left = bytes; left > 0;) {
            var count = (int)Math.Min(left, buffer.Length);
            reader.BaseStream.ReadExactly(buffer, 0, count);
            left -= count;
        }
    }
}
