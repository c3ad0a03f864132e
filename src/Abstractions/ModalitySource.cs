namespace Mpuc;

/// <summary>Where one recording's data of one modality lies: a file, a row of a table, or a span of a longer recording.</summary>
/// <param name="Path">The file's absolute path.</param>
public sealed record ModalitySource(string Path)
{
    /// <summary>The row's key where the file is a table with one row per recording; null where the file is the recording.</summary>
    public string? Key { get; init; }

    /// <summary>Where the recording starts in the file, in seconds.</summary>
    public double Start { get; init; }

    /// <summary>Where the recording ends in the file, in seconds; null for the file's end.</summary>
    public double? End { get; init; }
}
