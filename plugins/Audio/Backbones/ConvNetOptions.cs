namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>The sizes of the light convolutional network.</summary>
internal sealed record ConvNetOptions
{
    private static readonly Option<int> ChannelsOption = Option.Integer(
        "channels", 64, "Channels after the first convolution; the second has twice as many.", 1, 4096);

    private static readonly Option<int> KernelSizeOption = Option.Integer(
        "kernelSize", 5, "Frames that a convolution weighs; an odd number.", 1, 31);

    private static readonly Option<int> StrideOption = Option.Integer(
        "stride", 2, "Frames from one output of a convolution to the next.", 1, 8);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(ChannelsOption, KernelSizeOption, StrideOption);

    /// <summary>Channels after the first convolution; 64 by default.</summary>
    public int Channels { get; init; } = ChannelsOption.Default;

    /// <summary>Frames that a convolution weighs, odd; 5 by default.</summary>
    public int KernelSize { get; init; } = KernelSizeOption.Default;

    /// <summary>Frames from one output of a convolution to the next; 2 by default.</summary>
    public int Stride { get; init; } = StrideOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <exception cref="MpucException">The kernel has no middle.</exception>
    public static ConvNetOptions From(OptionValues values)
    {
        var options = new ConvNetOptions
        {
            Channels = values.Get(ChannelsOption),
            KernelSize = values.Get(KernelSizeOption),
            Stride = values.Get(StrideOption),
        };
        return options.KernelSize % 2 == 1
            ? options
            : throw new MpucException($"'kernelSize' is {options.KernelSize}; it must be odd, so that a kernel has a middle frame.");
    }
}
