namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>The options of ST-GCN; the defaults are the authors' released code's, but for the identity that it adds twice.</summary>
internal sealed record StgcnOptions
{
    private static readonly Option<int> ChannelsOption = Option.Integer("channels", 64, "Channels after a convolution over time.", 1, 1024);

    private static readonly Option<int> GraphChannelsOption = Option.Integer(
        "graphChannels", 16, "Channels after a convolution over the graph.", 1, 1024);

    private static readonly Option<int> SelfLoopsOption = Option.Integer(
        "selfLoops", 1, "The weight of a point's edge to itself before normalisation; 2 is what the paper's released code computes.", 1, 2);

    private static readonly Option<bool> AttentionOption = Option.Boolean(
        "attention",
        false,
        "Whether every block attends over points and over time after its graph convolution; costs hundreds of MiB per window of 3 s.");

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability of dropout before the last layers.", 0, 0.95);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(ChannelsOption, GraphChannelsOption, SelfLoopsOption, AttentionOption, DropoutOption);

    /// <summary>Channels after a convolution over time; 64 by default.</summary>
    public int Channels { get; init; } = ChannelsOption.Default;

    /// <summary>Channels after a convolution over the graph; 16 by default.</summary>
    public int GraphChannels { get; init; } = GraphChannelsOption.Default;

    /// <summary>The weight of a node's edge to itself, 1 or 2; 1 by default.</summary>
    public int SelfLoops { get; init; } = SelfLoopsOption.Default;

    /// <summary>Whether every block attends over points and over time; false by default.</summary>
    public bool Attention { get; init; } = AttentionOption.Default;

    /// <summary>The probability of dropout before the last layers; 0.1 by default.</summary>
    public double Dropout { get; init; } = DropoutOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    public static StgcnOptions From(OptionValues values) => new()
    {
        Channels = values.Get(ChannelsOption),
        GraphChannels = values.Get(GraphChannelsOption),
        SelfLoops = values.Get(SelfLoopsOption),
        Attention = values.Get(AttentionOption),
        Dropout = values.Get(DropoutOption),
    };
}
