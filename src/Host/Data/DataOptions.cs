using Mpuc.Host.Data.Cache;

namespace Mpuc.Host.Data;

/// <summary>Which data a run reads: the section <c>data</c> of a configuration, without its subsections.</summary>
public sealed record DataOptions
{
    private static readonly Option<string> KindOption = Option.Choice(
        "kind", DatasetKinds.Manifest, DatasetKinds.All, "How the data set is laid out.");

    private static readonly Option<string> RootOption = Option.Path(
        "root",
        string.Empty,
        "The data set's folder, or its manifest file; the synthetic set is written there (default: a folder of the cache).");

    private static readonly Option<string> LabelOption = Option.Text(
        "label", string.Empty, "The label that the evaluation predicts; training needs none.");

    private static readonly Option<string> CacheOption = Option.Path(
        "cache", string.Empty, "Where read sequences are kept between runs (default: mpuc in the user's cache folder).");

    private static readonly Option<int> CacheLimitOption = Option.Integer(
        "cacheLimit",
        65536,
        "MiB that the cache keeps: when nobody uses it any more, sequences and synthetic sets that were used longest ago are deleted; "
            + "never those of the run that ends.",
        0,
        1 << 30);

    private static readonly Option<int> WorkersOption = Option.Integer(
        "workers", 2, "Threads that read recordings and prepare batches.", 1, 256);

    private static readonly Option<int> MemoryLimitOption = Option.Integer(
        "memoryLimit",
        1024,
        "MiB of memory for the data while training: batches in the making, and sequences as far as they fit; the others are read from "
            + "the cache when they are needed.",
        0,
        1 << 30);

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(
        KindOption, RootOption, LabelOption, CacheOption, CacheLimitOption, WorkersOption, MemoryLimitOption);

    /// <summary>
    /// The options that may differ from machine to machine and from one attempt to the next: where things lie, and what it takes to read
    /// them.
    /// </summary>
    public static IReadOnlyList<string> WithoutEffect { get; } =
        [RootOption.Name, CacheOption.Name, CacheLimitOption.Name, WorkersOption.Name, MemoryLimitOption.Name];

    /// <summary>How the data set is laid out, one of <see cref="DatasetKinds"/>.</summary>
    public string Kind { get; init; } = KindOption.Default!;

    /// <summary>The data set's folder or manifest file; empty for none.</summary>
    public string Root { get; init; } = RootOption.Default!;

    /// <summary>The label that the evaluation predicts; empty for none.</summary>
    public string Label { get; init; } = LabelOption.Default!;

    /// <summary>Where read sequences are kept between runs; empty for <see cref="CacheFolder.Default"/>.</summary>
    public string Cache { get; init; } = CacheOption.Default!;

    /// <summary>MiB that the cache keeps from run to run, at least 0; 65536 by default. Results do not depend on it.</summary>
    public int CacheLimit { get; init; } = CacheLimitOption.Default;

    /// <summary>Threads that read recordings and prepare batches, at least 1.</summary>
    public int Workers { get; init; } = WorkersOption.Default;

    /// <summary>MiB of memory for the data while training, at least 0; 1024 by default. Results do not depend on it.</summary>
    public int MemoryLimit { get; init; } = MemoryLimitOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static DataOptions From(OptionValues values) => new()
    {
        Kind = values.Get(KindOption),
        Root = values.Get(RootOption),
        Label = values.Get(LabelOption),
        Cache = values.Get(CacheOption),
        CacheLimit = values.Get(CacheLimitOption),
        Workers = values.Get(WorkersOption),
        MemoryLimit = values.Get(MemoryLimitOption),
    };
}
