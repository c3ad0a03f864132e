namespace Mpuc.Plugins.Text.Backbones;

/// <summary>The sizes of the Transformer; the defaults are the authors' released code's.</summary>
internal sealed record TransformerOptions
{
    private static readonly Option<int> LayersOption = Option.Integer("layers", 6, "Encoder layers.", 1, 48);

    private static readonly Option<int> HeadsOption = Option.Integer(
        "heads", 5, "Attention heads, among which a word vector's numbers are divided.", 1, 64);

    private static readonly Option<int> FeedForwardOption = Option.Integer(
        "feedForward", 2048, "Features inside a layer's feed-forward block.", 1, 65536);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability of dropout: at the input, in the layers, and before the last layer.", 0, 0.95);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(LayersOption, HeadsOption, FeedForwardOption, DropoutOption);

    /// <summary>Encoder layers; 6 by default.</summary>
    public int Layers { get; init; } = LayersOption.Default;

    /// <summary>Attention heads; 5 by default.</summary>
    public int Heads { get; init; } = HeadsOption.Default;

    /// <summary>Features inside a layer's feed-forward block; 2048 by default.</summary>
    public int FeedForward { get; init; } = FeedForwardOption.Default;

    /// <summary>The probability of dropout; 0.1 by default.</summary>
    public double Dropout { get; init; } = DropoutOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <param name="width">Numbers per word vector.</param>
    /// <returns>The options.</returns>
    /// <exception cref="MpucException">The numbers do not divide among the heads.</exception>
    public static TransformerOptions From(OptionValues values, long width)
    {
        var options = new TransformerOptions
        {
            Layers = values.Get(LayersOption),
            Heads = values.Get(HeadsOption),
            FeedForward = values.Get(FeedForwardOption),
            Dropout = values.Get(DropoutOption),
        };
        return width % options.Heads == 0
            ? options
            : throw new MpucException(
                $"'heads' is {options.Heads}, which does not divide the {width} numbers of a word vector; choose a divisor such as "
                + $"{Enumerable.Range(1, 64).Where(heads => width % heads == 0).MinBy(heads => Math.Abs(heads - options.Heads))}.");
    }
}
