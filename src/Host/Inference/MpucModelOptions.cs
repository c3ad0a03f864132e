namespace Mpuc.Host.Inference;

/// <summary>Where a model finds what its bundle does not hold.</summary>
public sealed record MpucModelOptions
{
    /// <summary>
    /// Folders whose sub-folders are plugins, besides <c>plugins</c> beside the program and those in the environment variable <c>MPUC_PLUGINS</c>.
    /// </summary>
    public IReadOnlyList<string> PluginFolders { get; init; } = [];

    /// <summary>Where read recordings are kept for the next time; null for <c>mpuc</c> in the user's cache folder.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether read recordings are kept there; else nothing of a recording stays on disk after the call.</summary>
    public bool KeepsRecordings { get; init; } = true;

    /// <summary>Where tensors are computed: <c>cpu</c>, or <c>cuda</c> for the first GPU.</summary>
    public string Device { get; init; } = "cpu";
}
