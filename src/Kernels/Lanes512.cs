using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mpuc.Kernels;

/// <summary>The floats of one vector of 512 bits.</summary>
internal readonly unsafe struct Lanes512(Vector512<float> values) : ILanes<Lanes512>
{
    private readonly Vector512<float> _values = values;

    public static int Width => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._values + right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left._values - right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left._values * right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left._values / right._values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(float* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 All(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 sums) =>
        new(Vector512.MultiplyAddEstimate(left._values, right._values, sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(float* factor, Lanes512 values, Lanes512 sums) =>
        new(Vector512.MultiplyAddEstimate(Vector512.Create(*factor), values._values, sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAddAt(Lanes512 left, float* right, Lanes512 sums) =>
        new(Vector512.MultiplyAddEstimate(left._values, Vector512.Load(right), sums._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Negative(Lanes512 values) => new(Vector512.MinNative(values._values, Vector512<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 WherePositive(Lanes512 condition, Lanes512 positive, Lanes512 other) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(condition._values, Vector512<float>.Zero), positive._values, other._values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Limit(Lanes512 values, float limit)
    {
        var (least, most) = (Vector512.Create(-limit), Vector512.Create(limit));
        var atMost = Vector512.ConditionalSelect(Vector512.GreaterThan(values._values, most), most, values._values);
        return new(Vector512.ConditionalSelect(Vector512.LessThan(atMost, least), least, atMost));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 WithExponents(Lanes512 values) => new((values._values.AsUInt32() << 23).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Codes(Dropout dropout, int first)
    {
        var bits = Vector512<uint>.Indices + Vector512.Create((uint)first);
        bits = (bits * Vector512.Create(0x9E3779B9u)) + Vector512.Create(dropout.CodeKey);
        bits = (bits ^ (bits >> 16)) * Vector512.Create(0x7FEB352Du);
        bits = (bits ^ (bits >> 15)) * Vector512.Create(0x846CA68Bu);
        return new((bits ^ (bits >> 16)).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Kept(Lanes512 codes, Dropout dropout, int frame)
    {
        var (factor, summand) = dropout.Frame(frame);
        var bits = (codes._values.AsUInt32() * Vector512.Create(factor)) + Vector512.Create(summand);
        var isKept = Vector512.GreaterThanOrEqual((bits >> Dropout.UnusedBits).AsInt32(), Vector512.Create(dropout.Threshold));
        return new(isKept.AsSingle() & Vector512.Create(dropout.Factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to) => _values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => Vector512.Sum(_values);
}
