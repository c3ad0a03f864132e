using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Inference.Features;

/// <summary>What recordings must have to be judged: one of the modalities, or, where a caller asked for them by name, all.</summary>
internal sealed class RequiredModalities(IReadOnlyList<Modality> modalities, bool all, UnreadableRecordings unreadable)
{
    /// <summary>Refuses the first recording that has too little.</summary>
    /// <exception cref="MpucException">
    /// A recording has none of the modalities, or lacks one that was asked for; the message names it and says why.
    /// </exception>
    public void Check(IReadOnlyList<UnlabelledRecording> recordings, Func<UnlabelledRecording, Modality, bool> has)
    {
        foreach (var recording in recordings)
        {
            var lacking = modalities.Where(modality => !has(recording, modality)).ToList();
            if (lacking.Count == modalities.Count)
            {
                throw new MpucException($"Recording '{recording.Id}' has nothing that the model reads: {Reasons(recording, lacking)}.");
            }

            if (all && lacking.Count > 0)
            {
                throw new MpucException(
                    $"Recording '{recording.Id}' lacks the modality '{lacking[0].Name}', which was asked for by name: "
                        + $"{Reasons(recording, lacking.Take(1))}; name those that it has, or none to use all that it has.");
            }
        }
    }

    private string Reasons(UnlabelledRecording recording, IEnumerable<Modality> lacking) =>
        $"it has {string.Join(", ", recording.Sources.Keys)}, and "
            + $"{string.Join("; ", lacking.Select(modality => Reason(recording, modality)).Distinct())}";

    private string Reason(UnlabelledRecording recording, Modality modality) => unreadable.Find(recording, modality) is { } error
        ? (error.InnerException ?? error).Message.TrimEnd('.')
        : $"'{modality.Name}' reads {ExtensionList.Describe(modality.Extensions.Prepend($"the source '{modality.Settings.Source}'"))}";
}
