using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <summary>Twice as many floats: enough independent sums to keep the processor's arithmetic units busy.</summary>
internal readonly unsafe struct LanePair<TLanes>(TLanes low, TLanes high) : ILanes<LanePair<TLanes>>
    where TLanes : struct, ILanes<TLanes>
{
    private readonly TLanes _low = low;
    private readonly TLanes _high = high;

    public static int Width => 2 * TLanes.Width;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator +(LanePair<TLanes> left, LanePair<TLanes> right) =>
        new(left._low + right._low, left._high + right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator -(LanePair<TLanes> left, LanePair<TLanes> right) =>
        new(left._low - right._low, left._high - right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator *(LanePair<TLanes> left, LanePair<TLanes> right) =>
        new(left._low * right._low, left._high * right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator /(LanePair<TLanes> left, LanePair<TLanes> right) =>
        new(left._low / right._low, left._high / right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Load(float* from) => new(TLanes.Load(from), TLanes.Load(from + TLanes.Width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> All(float value) => new(TLanes.All(value), TLanes.All(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> MultiplyAdd(LanePair<TLanes> left, LanePair<TLanes> right, LanePair<TLanes> sums) =>
        new(TLanes.MultiplyAdd(left._low, right._low, sums._low), TLanes.MultiplyAdd(left._high, right._high, sums._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> MultiplyAdd(float* factor, LanePair<TLanes> values, LanePair<TLanes> sums) =>
        new(TLanes.MultiplyAdd(factor, values._low, sums._low), TLanes.MultiplyAdd(factor, values._high, sums._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> MultiplyAddAt(LanePair<TLanes> left, float* right, LanePair<TLanes> sums) =>
        new(TLanes.MultiplyAddAt(left._low, right, sums._low), TLanes.MultiplyAddAt(left._high, right + TLanes.Width, sums._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Negative(LanePair<TLanes> values) => new(TLanes.Negative(values._low), TLanes.Negative(values._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> WherePositive(LanePair<TLanes> condition, LanePair<TLanes> positive, LanePair<TLanes> other) =>
        new(
            TLanes.WherePositive(condition._low, positive._low, other._low),
            TLanes.WherePositive(condition._high, positive._high, other._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Limit(LanePair<TLanes> values, float limit) =>
        new(TLanes.Limit(values._low, limit), TLanes.Limit(values._high, limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> WithExponents(LanePair<TLanes> values) =>
        new(TLanes.WithExponents(values._low), TLanes.WithExponents(values._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Codes(Dropout dropout, int first) =>
        new(TLanes.Codes(dropout, first), TLanes.Codes(dropout, first + TLanes.Width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Kept(LanePair<TLanes> codes, Dropout dropout, int frame) =>
        new(TLanes.Kept(codes._low, dropout, frame), TLanes.Kept(codes._high, dropout, frame));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to)
    {
        _low.Store(to);
        _high.Store(to + TLanes.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Sum() => (_low + _high).Sum();
}
