using TorchSharp;

namespace Mpuc.Weights.Safetensors;

/// <summary>What a safetensors file says of one tensor.</summary>
/// <param name="Type">The element type.</param>
/// <param name="Shape">The shape; empty for a scalar.</param>
/// <param name="Offset">The first byte, counted from the start of the file.</param>
/// <param name="Length">The number of bytes.</param>
public sealed record SafetensorsEntry(torch.ScalarType Type, IReadOnlyList<long> Shape, long Offset, long Length);
