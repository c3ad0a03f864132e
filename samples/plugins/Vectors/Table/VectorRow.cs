using TorchSharp;

namespace Samples.Vectors.Table;

/// <summary>One recording's vector.</summary>
/// <param name="Values">D numbers; NaN stands for an empty cell.</param>
/// <param name="Line">The line in the file, from 1.</param>
internal sealed record VectorRow(float[] Values, long Line)
{
    /// <summary>The vector as a static sequence.</summary>
    /// <returns>Values, <c>[1, D]</c>, float32; the caller owns them.</returns>
    public torch.Tensor ToTensor() => torch.tensor(Values, [1, Values.Length]);

    /// <summary>The vector above the marks of the cells that hold a number.</summary>
    /// <returns>Values (0 for empty cells) and marks (1 or 0), <c>[1, 2, D]</c>, float32; the caller owns them.</returns>
    public torch.Tensor ToMaskedTensor()
    {
        var values = Values.Select(value => float.IsNaN(value) ? 0f : value);
        var marks = Values.Select(value => float.IsNaN(value) ? 0f : 1f);
        return torch.tensor(values.Concat(marks).ToArray(), [1, 2, Values.Length]);
    }
}
