namespace Mpuc.Plugins.Face.Backbones.R2Plus1d;

/// <summary>The options of R(2+1)D-18; its sizes are torchvision's and fixed.</summary>
internal sealed record R2Plus1dOptions
{
    private static readonly Option<string> WeightsOption = Option.Weights(
        "weights",
        string.Empty,
        "Pretrained weights in torchvision's names: a file or a registered name; none starts from random weights.");

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability of dropout before the last layer.", 0, 0.95);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(WeightsOption, DropoutOption);

    /// <summary>A file or a registered name; empty for random weights, which is the default.</summary>
    public string Weights { get; init; } = WeightsOption.Default!;

    /// <summary>The probability of dropout before the last layer; 0.1 by default.</summary>
    public double Dropout { get; init; } = DropoutOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    public static R2Plus1dOptions From(OptionValues values) => new()
    {
        Weights = values.Get(WeightsOption),
        Dropout = values.Get(DropoutOption),
    };
}
