namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>The sizes of the temporal convolutional network; the defaults are the authors' released code's.</summary>
internal sealed record TcnOptions
{
    private static readonly Option<int> ChannelsOption = Option.Integer("channels", 64, "Channels between the blocks.", 1, 4096);

    private static readonly Option<int> HiddenOption = Option.Integer("hidden", 128, "Channels within a block.", 1, 4096);

    private static readonly Option<int> BlocksOption = Option.Integer(
        "blocks", 5, "Blocks per repeat; each doubles its predecessor's dilation.", 1, 12);

    private static readonly Option<int> RepeatsOption = Option.Integer(
        "repeats", 2, "How often the series of dilations is repeated.", 1, 16);

    private static readonly Option<int> KernelSizeOption = Option.Integer(
        "kernelSize", 3, "Frames that a depthwise convolution weighs; an odd number.", 1, 31);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability of dropout at the end of a block.", 0, 0.95);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(
        ChannelsOption, HiddenOption, BlocksOption, RepeatsOption, KernelSizeOption, DropoutOption);

    /// <summary>Channels between the blocks; 64 by default.</summary>
    public int Channels { get; init; } = ChannelsOption.Default;

    /// <summary>Channels within a block; 128 by default.</summary>
    public int Hidden { get; init; } = HiddenOption.Default;

    /// <summary>Blocks per repeat, with dilations 1, 2, 4 ...; 5 by default.</summary>
    public int Blocks { get; init; } = BlocksOption.Default;

    /// <summary>How often the series of dilations is repeated; 2 by default.</summary>
    public int Repeats { get; init; } = RepeatsOption.Default;

    /// <summary>Frames that a depthwise convolution weighs, odd; 3 by default.</summary>
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
            Hidden = values.Get(HiddenOption),
            Blocks = values.Get(BlocksOption),
            Repeats = values.Get(RepeatsOption),
            KernelSize = values.Get(KernelSizeOption),
            Dropout = values.Get(DropoutOption),
        };
        return options.KernelSize % 2 == 1
            ? options
            : throw new MpucException($"'kernelSize' is {options.KernelSize}; it must be odd, so that a kernel has a middle frame.");
    }
}
