namespace Mpuc.Kernels;

/// <summary>The sizes of a gated convolution on series of so many frames. Outputs are a multiple of 16.</summary>
internal sealed record GatedConvolutionShape(int Frames, int Inputs, int Outputs)
{
    public const int Taps = 3;

    /// <summary>What outputs come in multiples of: the widest vector.</summary>
    public const int Lanes = 16;

    /// <summary>Frames of the output.</summary>
    public int OutFrames => Frames - (Taps - 1);

    /// <summary>The columns of three frames side by side, which are the rows of a convolution's weights.</summary>
    public int Depth => Taps * Inputs;

    /// <summary>The inputs, filled up to vectors.</summary>
    public int PaddedInputs => (Inputs + Lanes - 1) / Lanes * Lanes;

    /// <summary>The floats of an input series.</summary>
    public nint InFloats => (nint)Frames * Inputs;

    /// <summary>The floats of an output series.</summary>
    public nint OutFloats => (nint)OutFrames * Outputs;
}
