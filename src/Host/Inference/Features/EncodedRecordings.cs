using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Inference.Features;

/// <summary>Recordings with their features, perhaps among those of other callers; valid only while it is looked at.</summary>
/// <param name="Recordings">The caller's own recordings.</param>
/// <param name="Store">Their sequences, for a look at single windows.</param>
/// <param name="Features">Features of the modalities that were read, before the projection heads.</param>
internal sealed record EncodedRecordings(IReadOnlyList<UnlabelledRecording> Recordings, SequenceStore Store, FeatureTable Features);
