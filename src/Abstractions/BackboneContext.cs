using System.Text.Json.Serialization;

namespace Mpuc;

/// <summary>What a backbone needs to know of its input before it can allocate weights.</summary>
/// <param name="FrameShape">The shape of one frame: <c>[128]</c> for 128 mel bands, <c>[51, 2]</c> for landmarks, <c>[3, 112, 112]</c> for face crops.</param>
/// <param name="WindowFrames">The number of frames T in every window.</param>
public sealed record BackboneContext(IReadOnlyList<long> FrameShape, int WindowFrames)
{
    /// <summary>
    /// Whether the weights of a trained backbone replace the fresh ones at once: a backbone that can start from a file of pretrained weights need not, and
    /// should not, read it then. Since contract 1.2.
    /// </summary>
    [JsonIgnore]
    public bool IsRestored { get; init; }

    /// <summary>The number of values in one frame.</summary>
    public long FrameSize => FrameShape.Aggregate(1L, (product, size) => product * size);
}
