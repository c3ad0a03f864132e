namespace Mpuc.Host.Data;

/// <summary>The kinds of data set that the host reads.</summary>
public static class DatasetCatalog
{
    /// <summary>The kinds' names.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["manifest", "ravdess", "synthetic"];

    /// <summary>The options of a kind.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <returns>The schema of <c>data.options</c>.</returns>
    public static OptionSchema OptionsOf(string kind) => Find(kind).Options;

    /// <summary>Reads a data set and looks for identical recordings.</summary>
    /// <param name="data">The kind and where the data lie.</param>
    /// <param name="options">Values of <see cref="OptionsOf"/> the kind.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="MpucException">The data are missing, empty or damaged, or lack the configured label.</exception>
    public static Dataset Read(DataOptions data, OptionValues options) => Find(data.Kind).Read(data, options);

    private static IDatasetReader Find(string kind) =>
        throw new MpucException($"There is no kind of data set '{kind}'; there are {string.Join(", ", Kinds)}.");
}
