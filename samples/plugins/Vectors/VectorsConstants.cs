using Mpuc;
using Samples.Vectors.Backbones;

namespace Samples.Vectors;

/// <summary>What never varies.</summary>
internal static class VectorsConstants
{
    /// <summary>The modality's kind.</summary>
    public const string Kind = "vectors";

    /// <summary>The name of the learned column means in the encoder's state.</summary>
    public const string Mean = "mean";

    /// <summary>What the host learns of the modality.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = Kind,
        Description = "Vectors of numbers: one per recording from a CSV table with a header, or time-stamped ones (.csd).",
        Extensions = [".csv"],
        Options = VectorsOptions.Schema,
        DefaultBackbone = Mlp.Name,
        DefaultNormalization = Normalization.Training,
    };
}
