namespace Mpuc.Host.Configuration;

/// <summary>Where tensors are computed: the section <c>runtime</c> of a configuration.</summary>
public sealed record RuntimeOptions
{
    private static readonly Option<string> DeviceOption = Option.Choice(
        "device",
        "cpu",
        ["cpu", "auto", "cuda", .. Enumerable.Range(0, 16).Select(index => FormattableString.Invariant($"cuda:{index}"))],
        "Where tensors are computed: the processor, a GPU by number, the first one, or a GPU where there is one.");

    private static readonly Option<int> ThreadsOption = Option.Integer(
        "threads", 0, "Threads that a tensor operation may use; 0 for one per core.", 0, 1024);

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(DeviceOption, ThreadsOption);

    /// <summary>Where tensors are computed: <c>cpu</c>, <c>auto</c>, <c>cuda</c> or <c>cuda:N</c>.</summary>
    public string Device { get; init; } = DeviceOption.Default!;

    /// <summary>Threads that a tensor operation may use, 0 to 1024; 0 for one per core.</summary>
    public int Threads { get; init; } = ThreadsOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static RuntimeOptions From(OptionValues values) =>
        new() { Device = values.Get(DeviceOption), Threads = values.Get(ThreadsOption) };
}
