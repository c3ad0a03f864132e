namespace Mpuc.Host.Data;

/// <summary>The layouts of data sets that the host reads, as configurations name them.</summary>
public static class DatasetKinds
{
    /// <summary>A table with a row per recording.</summary>
    public const string Manifest = "manifest";

    /// <summary>A folder of raw recordings.</summary>
    public const string Folder = "folder";

    /// <summary>RAVDESS as it is distributed.</summary>
    public const string Ravdess = "ravdess";

    /// <summary>CMU-MOSEI's computational sequences.</summary>
    public const string Mosei = "mosei";

    /// <summary>The built-in set, drawn from a seed.</summary>
    public const string Synthetic = "synthetic";

    /// <summary>The kinds of data that people have: all but the built-in set.</summary>
    public static IReadOnlyList<string> Recorded { get; } = [Manifest, Folder, Ravdess, Mosei];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Recorded, Synthetic];
}
