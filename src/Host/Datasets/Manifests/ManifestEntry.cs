namespace Mpuc.Host.Datasets.Manifests;

/// <summary>One recording as a manifest describes it, before paths are resolved.</summary>
/// <param name="Line">The manifest's line, counted from 1.</param>
/// <param name="Id">The recording's id.</param>
/// <param name="Group">The actor or speaker; empty for none.</param>
/// <param name="Split">The split as written; empty for none.</param>
/// <param name="Labels">The labels that have a value.</param>
/// <param name="Sources">The sources that the recording has.</param>
internal sealed record ManifestEntry(
    long Line,
    string Id,
    string Group,
    string Split,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, ManifestSource> Sources);
