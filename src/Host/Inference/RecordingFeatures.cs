namespace Mpuc.Host.Inference;

/// <summary>The features of one recording, before the projection heads (paper, Sec. III-C).</summary>
/// <param name="Id">The recording's id.</param>
/// <param name="Modalities">512 values for each modality that the recording has, by the modality's name.</param>
public sealed record RecordingFeatures(string Id, IReadOnlyDictionary<string, IReadOnlyList<float>> Modalities);
