namespace Mpuc.Host.Data;

/// <summary>A recording as the encoder stage sees it: there is no label to read (paper, Sec. III-B).</summary>
/// <param name="Id">Unique within the data set.</param>
/// <param name="Group">The actor or speaker; empty where the data set names none.</param>
/// <param name="Sources">Where each source's data lie, by source name.</param>
public sealed record UnlabelledRecording(string Id, string Group, IReadOnlyDictionary<string, ModalitySource> Sources);
