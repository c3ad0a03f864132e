namespace Mpuc.Host.Data;

/// <summary>
/// How windows are drawn from recordings, the paper's temporal augmentation (Sec. III-D): the section <c>data.window</c>.
/// </summary>
public sealed record WindowOptions
{
    private static readonly Option<double> SecondsOption = Option.Number(
        "seconds", 3, "Length of a window in seconds; shorter recordings are padded.", 0.01, 3600);

    private static readonly Option<int> ViewsOption = Option.Integer(
        "views", 2, "Windows per recording and batch, each with a random start of its own.", 1, 16);

    private static readonly Option<bool> SynchronousOption = Option.Boolean(
        "synchronous", true, "Whether all modalities of a view start at the same time; otherwise each draws its own start.");

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(SecondsOption, ViewsOption, SynchronousOption);

    /// <summary>Length of a window in seconds, above 0.</summary>
    public double Seconds { get; init; } = SecondsOption.Default;

    /// <summary>Windows per recording and batch, V, at least 1.</summary>
    public int Views { get; init; } = ViewsOption.Default;

    /// <summary>Whether all modalities of a view start at the same time.</summary>
    public bool Synchronous { get; init; } = SynchronousOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static WindowOptions From(OptionValues values) => new()
    {
        Seconds = values.Get(SecondsOption),
        Views = values.Get(ViewsOption),
        Synchronous = values.Get(SynchronousOption),
    };
}
