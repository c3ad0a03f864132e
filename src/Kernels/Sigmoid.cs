using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <summary>The logistic function on vectors.</summary>
internal static class Sigmoid
{
    // Beyond it exp(x) or exp(-x) is no normal number.
    private const float Limit = 87;

    private const float Log2OfE = 1.44269504f;

    // ln 2 in two parts, the first of so few digits that its multiples are exact.
    private const float Log2High = 0.693359375f;
    private const float Log2Low = -2.12194440e-4f;

    // Added to a number, it leaves the nearest integer plus a float's bias of exponents in the lowest bits: 1.5 * 2^23 + 127.
    private const float Rounder = 12582912 + 127;

    /// <summary>
    /// 1 / (1 + exp(-x)), to about two units in the last place; beyond 87 it stays what it is there, which is not quite 0. NaN stays NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes values)
        where TLanes : struct, ILanes<TLanes>
    {
        // exp(-x) = 2^n exp(-r) with x = r - n ln 2, and of exp(-r) the Taylor polynomial of degree 7: |r| is at most ln 2 / 2, where the
        // next term is a tenth of a unit in the last place.
        var limited = TLanes.Limit(values, Limit);
        var shifted = TLanes.MultiplyAdd(limited, TLanes.All(-Log2OfE), TLanes.All(Rounder));
        var powers = shifted - TLanes.All(Rounder);
        var rest = TLanes.MultiplyAdd(powers, TLanes.All(Log2Low), TLanes.MultiplyAdd(powers, TLanes.All(Log2High), limited));
        var series = TLanes.MultiplyAdd(TLanes.All(-1f / 5040), rest, TLanes.All(1f / 720));
        series = TLanes.MultiplyAdd(series, rest, TLanes.All(-1f / 120));
        series = TLanes.MultiplyAdd(series, rest, TLanes.All(1f / 24));
        series = TLanes.MultiplyAdd(series, rest, TLanes.All(-1f / 6));
        series = TLanes.MultiplyAdd(series, rest, TLanes.All(0.5f));
        series = TLanes.MultiplyAdd(series, rest, TLanes.All(-1));
        series = TLanes.MultiplyAdd(series, rest, TLanes.All(1));
        return TLanes.All(1) / TLanes.MultiplyAdd(series, TLanes.WithExponents(shifted), TLanes.All(1));
    }
}
