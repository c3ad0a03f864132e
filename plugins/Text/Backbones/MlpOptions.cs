namespace Mpuc.Plugins.Text.Backbones;

/// <summary>The sizes of the light network.</summary>
internal sealed record MlpOptions
{
    private static readonly Option<int> HiddenOption = Option.Integer("hidden", 512, "Features between the two layers.", 1, 65536);

    private static readonly Option<double> DropoutOption = Option.Number("dropout", 0.1, "The probability of dropout between the two layers.", 0, 0.95);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(HiddenOption, DropoutOption);

    /// <summary>Features between the two layers; 512 by default.</summary>
    public int Hidden { get; init; } = HiddenOption.Default;

    /// <summary>The probability of dropout; 0.1 by default.</summary>
    public double Dropout { get; init; } = DropoutOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static MlpOptions From(OptionValues values) => new() { Hidden = values.Get(HiddenOption), Dropout = values.Get(DropoutOption) };
}
