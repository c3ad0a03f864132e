using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One argument of an <see cref="Operator"/>: a tagged value, and the object that it refers to. The caller's array of arguments
/// keeps those objects alive until the native call returns.
/// </summary>
internal readonly struct Argument
{
    private Argument(ValueTag tag, long bits, object? reference = null, int count = 0)
    {
        Tag = tag;
        Count = count;
        Bits = bits;
        Reference = reference;
    }

    /// <summary>Python's <c>None</c>, and the way to leave a nullable argument out.</summary>
    internal static Argument None => default;

    internal ValueTag Tag { get; }

    /// <summary>The type of a device, the length of a list.</summary>
    internal int Count { get; }

    internal long Bits { get; }

    internal object? Reference { get; }

    /// <summary>Tensors of which some may be null, as <c>aten::index</c> takes them.</summary>
    internal static Argument OptionalTensors(Tensor?[] tensors) => new(ValueTag.OptionalTensorList, 0, tensors, tensors.Length);

    public static implicit operator Argument(Tensor? tensor) => tensor is null ? default : new(ValueTag.Tensor, 0, tensor);

    public static implicit operator Argument(Scalar? scalar) => scalar?.ToArgument() ?? default;

    public static implicit operator Argument(long value) => new(ValueTag.Int, value);

    public static implicit operator Argument(int value) => new(ValueTag.Int, value);

    public static implicit operator Argument(double value) => new(ValueTag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(bool value) => new(ValueTag.Bool, value ? 1 : 0);

    public static implicit operator Argument(long? value) => value is { } number ? number : default(Argument);

    public static implicit operator Argument(double? value) => value is { } number ? number : default(Argument);

    public static implicit operator Argument(bool? value) => value is { } flag ? flag : default(Argument);

    public static implicit operator Argument(string? value) => value is null ? default : new(ValueTag.String, 0, value);

    public static implicit operator Argument(long[]? values) => values is null ? default : new(ValueTag.IntList, 0, values, values.Length);

    public static implicit operator Argument(ReadOnlySpan<long> values) => values.ToArray();

    public static implicit operator Argument(double[]? values) =>
        values is null ? default : new(ValueTag.DoubleList, 0, values, values.Length);

    public static implicit operator Argument(Tensor[]? tensors) =>
        tensors is null ? default : new(ValueTag.TensorList, 0, tensors, tensors.Length);

    public static implicit operator Argument(List<Tensor> tensors) => tensors.ToArray();

    public static implicit operator Argument(ScalarType type) => new(ValueTag.Int, (long)type);

    public static implicit operator Argument(ScalarType? type) => type is { } known ? known : default(Argument);

    public static implicit operator Argument(Device? device) =>
        device is null ? default : new(ValueTag.Device, device.index, device, (int)device.type);

    public static implicit operator Argument(Generator? generator) => generator is null ? default : new(ValueTag.Generator, 0, generator);

    internal static Argument Complex(double real, double imaginary) => new(ValueTag.Complex, 0, new[] { real, imaginary });
}
