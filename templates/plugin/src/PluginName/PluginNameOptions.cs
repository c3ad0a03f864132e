using Mpuc;

namespace PluginName;

/// <summary>The encoder's options. What is declared here is what configurations are checked against and what editors complete.</summary>
/// <param name="FrameRate">Rows per second.</param>
internal sealed record PluginNameOptions(double FrameRate)
{
    private static readonly Option<double> FrameRateOption = Option.Number("frameRate", 30, "Rows of a file per second.", 0.1, 10000);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(FrameRateOption);

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static PluginNameOptions From(OptionValues values) => new(values.Get(FrameRateOption));
}
