using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mpuc.Kernels;

/// <summary>The floats of one vector of 256 bits.</summary>
internal readonly unsafe struct Lanes256(Vector256<float> values) : ILanes<Lanes256>
{
    private readonly Vector256<float> _values = values;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._values + right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left._values - right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left._values * right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left._values / right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(float* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 All(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 sums) =>
        new(Vector256.MultiplyAddEstimate(left._values, right._values, sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(float* factor, Lanes256 values, Lanes256 sums) =>
        new(Vector256.MultiplyAddEstimate(Vector256.Create(*factor), values._values, sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAddAt(Lanes256 left, float* right, Lanes256 sums) =>
        new(Vector256.MultiplyAddEstimate(left._values, Vector256.Load(right), sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Negative(Lanes256 values) => new(Vector256.MinNative(values._values, Vector256<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 WherePositive(Lanes256 condition, Lanes256 positive, Lanes256 other) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(condition._values, Vector256<float>.Zero), positive._values, other._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Limit(Lanes256 values, float limit)
    {
        var (least, most) = (Vector256.Create(-limit), Vector256.Create(limit));
        var atMost = Vector256.ConditionalSelect(Vector256.GreaterThan(values._values, most), most, values._values);
        return new(Vector256.ConditionalSelect(Vector256.LessThan(atMost, least), least, atMost));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 WithExponents(Lanes256 values) => new((values._values.AsUInt32() << 23).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Codes(Dropout dropout, int first)
    {
        var bits = Vector256<uint>.Indices + Vector256.Create((uint)first);
        bits = (bits * Vector256.Create(0x9E3779B9u)) + Vector256.Create(dropout.CodeKey);
        bits = (bits ^ (bits >> 16)) * Vector256.Create(0x7FEB352Du);
        bits = (bits ^ (bits >> 15)) * Vector256.Create(0x846CA68Bu);
        return new((bits ^ (bits >> 16)).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Kept(Lanes256 codes, Dropout dropout, int frame)
    {
        var (factor, summand) = dropout.Frame(frame);
        var bits = (codes._values.AsUInt32() * Vector256.Create(factor)) + Vector256.Create(summand);
        var isKept = Vector256.GreaterThanOrEqual((bits >> Dropout.UnusedBits).AsInt32(), Vector256.Create(dropout.Threshold));
        return new(isKept.AsSingle() & Vector256.Create(dropout.Factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to) => _values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => Vector256.Sum(_values);
}
