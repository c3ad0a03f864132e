using System.Text.Json.Nodes;
using TorchSharp;

namespace Mpuc.Host.Cli;

/// <summary>A tensor of a file.</summary>
/// <param name="Shape">Its shape; empty for a scalar.</param>
internal sealed record VerifiedTensor(string Name, torch.ScalarType Type, IReadOnlyList<long> Shape)
{
    /// <summary>The type's name as PyTorch has it.</summary>
    public string TypeName => Type == torch.ScalarType.Byte ? "uint8" : Type.ToString().ToLowerInvariant();

    /// <summary>How many numbers it holds.</summary>
    public long Elements => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>It as programs read it.</summary>
    public JsonNode ToJson() => new JsonObject
    {
        ["name"] = Name,
        ["dtype"] = TypeName,
        ["shape"] = new JsonArray([.. Shape.Select(size => JsonValue.Create(size))]),
    };
}
