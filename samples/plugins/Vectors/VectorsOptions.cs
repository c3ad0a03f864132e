using Mpuc;

namespace Samples.Vectors;

/// <summary>The encoder's options.</summary>
/// <param name="KeyColumn">The name of the column with the recordings' keys; empty for the first column.</param>
/// <param name="Columns">The columns that make the vector, each by name or, ending in <c>*</c>, by prefix; empty for all.</param>
/// <param name="ImputesMean">Whether what is missing takes its column's mean over the training recordings, or is refused.</param>
/// <param name="FrameRate">Frames per second of time-stamped vectors; 0 for one vector per recording.</param>
internal sealed record VectorsOptions(string KeyColumn, IReadOnlyList<string> Columns, bool ImputesMean, double FrameRate)
{
    private const string Mean = "mean";

    private static readonly Option<string> KeyOption = Option.Text(
        "key", string.Empty, "The column with the recordings' keys; the first one where not set.");

    private static readonly Option<IReadOnlyList<string>> ColumnsOption = Option.Texts(
        "columns", [], "The columns that make the vector, by name or, as in 'AU*', by prefix; all but the key's where not set.");

    private static readonly Option<string> MissingOption = Option.Choice(
        "missing",
        "refuse",
        ["refuse", Mean],
        "What an empty cell or a number that is not finite means: an error, or the column's mean over the training recordings.");

    private static readonly Option<double> FrameRateOption = Option.Number(
        "frameRate", 0, "Frames per second of time-stamped vectors (.csd); 0 takes their mean over the recording.", 0, 1000);

    /// <summary>The options as the host reads them.</summary>
    public static OptionSchema Schema { get; } = new(KeyOption, ColumnsOption, MissingOption, FrameRateOption);

    /// <summary>Reads the options.</summary>
    /// <param name="values">Values for <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static VectorsOptions From(OptionValues values) =>
        new(values.Get(KeyOption), values.Get(ColumnsOption), values.Get(MissingOption) == Mean, values.Get(FrameRateOption));
}
