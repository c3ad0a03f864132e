using System.Numerics;

namespace Mpuc.Kernels;

/// <summary>
/// A fixed number of floats that one instruction, or a few of a kind, works on. Kernels are written once over it, and the just-in-time
/// compiler makes a version of them for every width.
/// </summary>
internal unsafe interface ILanes<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Width { get; }

    static abstract TSelf Load(float* from);

    static abstract TSelf All(float value);

    /// <summary>left * right + sums, rounded once where the processor can.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf sums);

    /// <summary>The same with one factor in memory, which is broadcast without a register of its own per vector.</summary>
    static abstract TSelf MultiplyAdd(float* factor, TSelf values, TSelf sums);

    /// <summary>The same with one factor of as many floats in memory, which needs no register at all.</summary>
    static abstract TSelf MultiplyAddAt(TSelf left, float* right, TSelf sums);

    /// <summary>The lesser of every value and 0; 0 for NaN.</summary>
    static abstract TSelf Negative(TSelf values);

    static abstract TSelf WherePositive(TSelf condition, TSelf positive, TSelf other);

    /// <summary>The values where they are within plus and minus <paramref name="limit"/>, and otherwise that; NaN stays NaN.</summary>
    static abstract TSelf Limit(TSelf values, float limit);

    /// <summary>The floats whose exponents are the lowest eight bits of the values, and whose fractions are zero.</summary>
    static abstract TSelf WithExponents(TSelf values);

    /// <summary>Well mixed integers, one for every channel from <paramref name="first"/> on, to be passed to <see cref="Kept"/>.</summary>
    static abstract TSelf Codes(Dropout dropout, int first);

    /// <summary>What dropout multiplies the elements of a frame by.</summary>
    static abstract TSelf Kept(TSelf codes, Dropout dropout, int frame);

    void Store(float* to);

    float Sum();
}
