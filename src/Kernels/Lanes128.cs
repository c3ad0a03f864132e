using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mpuc.Kernels;

/// <summary>The floats of one vector of 128 bits.</summary>
internal readonly unsafe struct Lanes128(Vector128<float> values) : ILanes<Lanes128>
{
    private readonly Vector128<float> _values = values;

    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left._values + right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 left, Lanes128 right) => new(left._values - right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 left, Lanes128 right) => new(left._values * right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 left, Lanes128 right) => new(left._values / right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(float* from) => new(Vector128.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 All(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(Lanes128 left, Lanes128 right, Lanes128 sums) =>
        new(Vector128.MultiplyAddEstimate(left._values, right._values, sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(float* factor, Lanes128 values, Lanes128 sums) =>
        new(Vector128.MultiplyAddEstimate(Vector128.Create(*factor), values._values, sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAddAt(Lanes128 left, float* right, Lanes128 sums) =>
        new(Vector128.MultiplyAddEstimate(left._values, Vector128.Load(right), sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Negative(Lanes128 values) => new(Vector128.MinNative(values._values, Vector128<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 WherePositive(Lanes128 condition, Lanes128 positive, Lanes128 other) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(condition._values, Vector128<float>.Zero), positive._values, other._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Limit(Lanes128 values, float limit)
    {
        var (least, most) = (Vector128.Create(-limit), Vector128.Create(limit));
        var atMost = Vector128.ConditionalSelect(Vector128.GreaterThan(values._values, most), most, values._values);
        return new(Vector128.ConditionalSelect(Vector128.LessThan(atMost, least), least, atMost));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 WithExponents(Lanes128 values) => new((values._values.AsUInt32() << 23).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Codes(Dropout dropout, int first)
    {
        var bits = Vector128<uint>.Indices + Vector128.Create((uint)first);
        bits = (bits * Vector128.Create(0x9E3779B9u)) + Vector128.Create(dropout.CodeKey);
        bits = (bits ^ (bits >> 16)) * Vector128.Create(0x7FEB352Du);
        bits = (bits ^ (bits >> 15)) * Vector128.Create(0x846CA68Bu);
        return new((bits ^ (bits >> 16)).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Kept(Lanes128 codes, Dropout dropout, int frame)
    {
        var (factor, summand) = dropout.Frame(frame);
        var bits = (codes._values.AsUInt32() * Vector128.Create(factor)) + Vector128.Create(summand);
        var isKept = Vector128.GreaterThanOrEqual((bits >> Dropout.UnusedBits).AsInt32(), Vector128.Create(dropout.Threshold));
        return new(isKept.AsSingle() & Vector128.Create(dropout.Factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to) => _values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => Vector128.Sum(_values);
}
