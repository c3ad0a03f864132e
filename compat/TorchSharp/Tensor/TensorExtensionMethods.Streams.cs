using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes the tensor in TorchSharp's format: type, shape, elements.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorStream.Write(tensor, writer);

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        TensorStream.Write(tensor, writer);
    }

    public static void Save(this Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads the elements of a tensor of the same type and shape, or with <paramref name="skip"/> reads past them.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false) => TensorStream.Read(reader, tensor, skip);

    public static void Load(ref Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is null && !skip) {
            tensor = TensorStream.Read(reader);
        } else {
            TensorStream.Read(reader, tensor!, skip);
        }
    }

    public static Tensor? Load(this BinaryReader reader, bool skip = false)
    {
        if (!skip) {
            return TensorStream.Read(reader);
        }

        TensorStream.Read(reader, null!, skip: true);
        return null;
    }

    public static ReadOnlySpan<int> IntShape(this Tensor tensor) => Array.ConvertAll(tensor.shape, length => checked((int)length));

    public static Modules.Parameter AsParameter(this Tensor tensor) => new(tensor);
}
