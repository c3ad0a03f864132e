namespace Mpuc.Weights.Tfjs;

/// <summary>One weight of a manifest.</summary>
/// <param name="Name">Its name, such as <c>conv0/filters</c>.</param>
/// <param name="Type">Its type: <c>float32</c>, <c>int32</c>, <c>uint8</c> or <c>bool</c>.</param>
/// <param name="Shape">Its shape; empty for a scalar.</param>
/// <param name="Quantization">How it is stored in fewer bits; null where it is stored as it is.</param>
internal sealed record TfjsWeight(string Name, string Type, long[] Shape, TfjsQuantization? Quantization)
{
    /// <summary>What its bytes are.</summary>
    public string StoredType => Quantization?.Type ?? Type;

    /// <summary>The size of one stored value in bytes.</summary>
    public int StoredSize => StoredType switch
    {
        "float32" or "int32" => 4,
        "uint16" or "float16" => 2,
        _ => 1,
    };

    /// <summary>How many values it has; more than a <c>long</c> holds become that many.</summary>
    public long Count => Shape.Contains(0)
        ? 0
        : (long)Shape.Aggregate(Int128.One, (product, size) => Int128.Min(product * size, long.MaxValue));
}
