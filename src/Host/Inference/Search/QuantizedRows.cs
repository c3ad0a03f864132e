using System.Numerics;

namespace Mpuc.Host.Inference.Search;

/// <summary>
/// Some rows of a table of vectors as one byte a value, a quarter of what a search must read otherwise. Of every row it is known how far
/// the bytes are from the vector, so that a search with them can tell for certain which rows are worth a look at the vectors themselves.
/// </summary>
internal sealed class QuantizedRows
{
    private const float Greatest = 127;

    private readonly int _dimensions;
    private readonly sbyte[] _codes;
    private readonly float[] _scales;
    private readonly float[] _errors;

    /// <summary>Codes rows.</summary>
    public QuantizedRows(long first, ReadOnlySpan<float> values, int dimensions)
    {
        (First, _dimensions, Count) = (first, dimensions, values.Length / dimensions);
        (_codes, _scales, _errors) = (new sbyte[values.Length], new float[Count], new float[Count]);
        for (var row = 0; row < Count; row++)
        {
            Code(row, values.Slice(row * dimensions, dimensions));
        }
    }

    /// <summary>The number of the first row.</summary>
    public long First { get; }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>Compares a row with a query.</summary>
    /// <param name="row">The row, from 0 to <see cref="Count"/>.</param>
    /// <param name="query">The query, of length 1.</param>
    public (double Least, double Most) Bounds(int row, ReadOnlySpan<float> query)
    {
        // |q x - q x'| <= |q| |x - x'| (Cauchy and Schwarz), and |q| = 1.
        var score = _scales[row] * Product(query, _codes.AsSpan(row * _dimensions, _dimensions));
        return (score - _errors[row], score + _errors[row]);
    }

    private static float Product(ReadOnlySpan<float> query, ReadOnlySpan<sbyte> codes)
    {
        var (step, place) = (Vector<float>.Count, 0);
        Vector<float> sum0 = Vector<float>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (; place <= codes.Length - Vector<sbyte>.Count; place += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(codes[place..]), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var part = query.Slice(place, Vector<sbyte>.Count);
            sum0 = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(first), new Vector<float>(part), sum0);
            sum1 = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(second), new Vector<float>(part[step..]), sum1);
            sum2 = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(third), new Vector<float>(part[(2 * step)..]), sum2);
            sum3 = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(fourth), new Vector<float>(part[(3 * step)..]), sum3);
        }

        var rest = 0f;
        for (; place < codes.Length; place++)
        {
            rest += query[place] * codes[place];
        }

        return Vector.Sum((sum0 + sum1) + (sum2 + sum3)) + rest;
    }

    private void Code(int row, ReadOnlySpan<float> values)
    {
        var greatest = 0f;
        foreach (var value in values)
        {
            greatest = MathF.Max(greatest, MathF.Abs(value));
        }

        var scale = greatest / Greatest;
        var codes = _codes.AsSpan(row * _dimensions, _dimensions);
        var squares = 0.0;
        for (var place = 0; place < values.Length && scale > 0; place++)
        {
            codes[place] = (sbyte)Math.Clamp(MathF.Round(values[place] / scale), -Greatest, Greatest);
            var difference = values[place] - ((double)scale * codes[place]);
            squares += difference * difference;
        }

        _scales[row] = scale;
        _errors[row] = (float)Math.Sqrt(squares) + Rounding(_dimensions);
    }

    // What adding up products of vectors of length 1 in float32 may add to the error: 2^-24 for each addition in a row, with a margin.
    private static float Rounding(int dimensions) => (dimensions + 64) * 1.2e-7f;
}
