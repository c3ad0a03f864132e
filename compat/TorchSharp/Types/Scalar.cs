using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number with its torch type. It holds no native memory; <see cref="Dispose"/> is there because TorchSharp has it.</summary>
public sealed class Scalar : IDisposable
{
    private readonly long integer;
    private readonly Complex number;

    private Scalar(ScalarType type, long value)
    {
        Type = type;
        integer = value;
        number = value;
    }

    private Scalar(ScalarType type, Complex value)
    {
        Type = type;
        number = value;
    }

    public ScalarType Type { get; }

    private bool IsWhole =>
        Type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Bool;

    public static implicit operator Scalar(byte value) => new(ScalarType.Byte, value);

    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int8, value);

    public static implicit operator Scalar(short value) => new(ScalarType.Int16, value);

    public static implicit operator Scalar(int value) => new(ScalarType.Int32, value);

    public static implicit operator Scalar(long value) => new(ScalarType.Int64, value);

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, value ? 1L : 0L);

    public static implicit operator Scalar(float value) => new(ScalarType.Float32, new Complex(value, 0));

    public static implicit operator Scalar(double value) => new(ScalarType.Float64, new Complex(value, 0));

    public static implicit operator Scalar(Half value) => new(ScalarType.Float16, new Complex((double)value, 0));

    public static implicit operator Scalar(BFloat16 value) => new(ScalarType.BFloat16, new Complex(value.ToSingle(), 0));

    public static implicit operator Scalar((float, float) value) => new(ScalarType.ComplexFloat32, new Complex(value.Item1, value.Item2));

    public static implicit operator Scalar(Complex value) => new(ScalarType.ComplexFloat64, value);

    public void Dispose()
    {
    }

    internal double AsDouble() => IsWhole ? integer : number.Real;

    internal long AsInt64() => IsWhole ? integer : (long)number.Real;

    internal Complex AsComplex() => number;

    internal Argument ToArgument() => Type switch
    {
        ScalarType.Bool => integer != 0,
        ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => Argument.Complex(number.Real, number.Imaginary),
        // An arm each: a conditional expression would make both of them a double.
        _ when IsWhole => integer,
        _ => number.Real,
    };
}
