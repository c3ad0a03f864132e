namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Extends a tensor beyond its edges.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="pad">
            /// Left and right widths of the last dimension, then of the one before it, and so on; a negative width cuts.
            /// </param>
            /// <param name="mode">What the new elements are.</param>
            /// <param name="value">The new elements, if constant.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => mode is PaddingModes.Constant or PaddingModes.Zeros
                    ? Aten.Pad.Call(input, pad, "constant", mode == PaddingModes.Zeros ? 0.0 : value)
                    : Aten.Pad.Call(input, pad, Name(mode), Argument.None);

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>The same width at both ends of the last dimension.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, new[] { pad, pad }, mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, new[] { pad.Item1, pad.Item2 }, mode, value);

            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            private static string Name(PaddingModes mode)
                => mode switch
                {
                    PaddingModes.Reflect => "reflect",
                    PaddingModes.Replicate => "replicate",
                    PaddingModes.Circular => "circular",
                    _ => "constant",
                };

            private static partial class Aten
            {
                internal static readonly Operator Pad = new("aten::pad");
            }
        }
    }
}
