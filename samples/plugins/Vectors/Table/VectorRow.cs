namespace Samples.Vectors.Table;

/// <summary>One recording's vector.</summary>
/// <param name="Values">D numbers; NaN stands for an empty cell.</param>
/// <param name="Line">The line in the file, from 1.</param>
internal sealed record VectorRow(float[] Values, long Line);
