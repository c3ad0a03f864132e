namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>The sizes of the light temporal convolutional network.</summary>
internal sealed record TcnOptions
{
    private static readonly Option<int> ChannelsOption = Option.Integer("channels", 64, "Channels between and within the blocks.", 1, 4096);

    private static readonly Option<int> BlocksOption = Option.Integer(
        "blocks", 4, "The number of blocks; each doubles its predecessor's dilation.", 1, 12);

    private static readonly Option<int> KernelSizeOption = Option.Integer(
        "kernelSize", 3, "Frames that a convolution weighs; an odd number.", 1, 31);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability of dropout at the end of a block.", 0, 0.95);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(ChannelsOption, BlocksOption, KernelSizeOption, DropoutOption);

    /// <summary>Channels between and within the blocks; 64 by default.</summary>
    public int Channels { get; init; } = ChannelsOption.Default;

    /// <summary>The number of blocks, with dilations 1, 2, 4 ...; 4 by default.</summary>
    public int Blocks { get; init; } = BlocksOption.Default;

    /// <summary>Frames that a convolution weighs, odd; 3 by default.</summary>
    public int KernelSize { get; init; } = KernelSizeOption.Default;

    /// <summary>The probability of dropout at the end of a block; 0.1 by default.</summary>
    public double Dropout { get; init; } = DropoutOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <exception cref="MpucException">The kernel has no middle.</exception>
    public static TcnOptions From(OptionValues values)
    {
        var options = new TcnOptions
        {
            Channels = values.Get(ChannelsOption),
            Blocks = values.Get(BlocksOption),
            KernelSize = values.Get(KernelSizeOption),
            Dropout = values.Get(DropoutOption),
        };
        return options.KernelSize % 2 == 1
            ? options
            : throw new MpucException($"'kernelSize' is {options.KernelSize}; it must be odd, so that a kernel has a middle frame.");
    }
}
