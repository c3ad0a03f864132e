namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.interpolate"/> computes what lies between the input's elements.</summary>
    public enum InterpolationMode
    {
        Nearest,
        Linear,
        Bilinear,
        Bicubic,
        Trilinear,
        Area,
        NearestExact,
    }

    public static partial class nn
    {
        /// <summary>How a loss combines its elements.</summary>
        public enum Reduction
        {
            /// <summary>Not at all: the loss has the input's batch shape.</summary>
            None,
            Mean,
            Sum,
        }

        /// <summary>The activation inside a Transformer layer.</summary>
        public enum Activations
        {
            ReLU,
            GELU,
        }
    }
}
