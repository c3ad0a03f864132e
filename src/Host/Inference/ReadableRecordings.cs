using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Serilog;

namespace Mpuc.Host.Inference;

/// <summary>Leaves out recordings of which no modality can read anything.</summary>
internal static class ReadableRecordings
{
    /// <summary>Selects.</summary>
    /// <returns>Those with at least one modality, at least one, without labels.</returns>
    /// <exception cref="MpucException">No recording has anything to read.</exception>
    public static IReadOnlyList<UnlabelledRecording> Of(
        IReadOnlyList<Recording> recordings, IReadOnlyList<Modality> modalities, ILogger log)
    {
        var unlabelled = recordings.Select(recording => recording.WithoutLabels()).ToLookup(
            recording => modalities.Any(modality => SourceReader.SourceOf(recording, modality) is not null));
        var readable = unlabelled[true].ToList();
        foreach (var recording in unlabelled[false])
        {
            log.Warning(
                "The recording '{Recording:l}' is left out: no modality of the configuration reads {Sources:l}.",
                recording.Id,
                string.Join(", ", recording.Sources.Keys));
        }

        foreach (var modality in modalities)
        {
            var lacking = readable.Where(recording => SourceReader.SourceOf(recording, modality) is null)
                .Select(recording => recording.Id)
                .ToList();
            if (lacking.Count > 0 && readable.Count > 0)
            {
                log.Warning(
                    "{Count} of {All} recordings lack the modality '{Modality:l}', such as '{First:l}'.",
                    lacking.Count,
                    readable.Count,
                    modality.Name,
                    lacking[0]);
            }
        }

        return readable.Count > 0 ? readable : throw new MpucException(
            $"None of the recordings has anything to read: {string.Join("; ", modalities.Select(Reads))}.");
    }

    /// <summary>Selects among recordings that were read, of which some may have turned out to hold nothing.</summary>
    /// <returns>Those with at least one modality, at least one; the caller owns it.</returns>
    /// <exception cref="MpucException">No recording has any.</exception>
    public static FeatureRows Of(FeatureRows features, ILogger log)
    {
        var present = features.Present();
        foreach (var id in features.Ids.Except(present.Ids, StringComparer.Ordinal))
        {
            log.Warning(
                "The recording '{Recording:l}' is left out: its sources hold nothing of {Modalities:l}.",
                id,
                string.Join(", ", features.Modalities));
        }

        return present.Ids.Count > 0 ? present : throw new MpucException(
            $"None of the recordings holds anything of {string.Join(", ", features.Modalities)}, such as '{features.Ids[0]}'.");
    }

    private static string Reads(Modality modality) => modality.Settings.Table is { } table
        ? $"'{modality.Name}' reads the table '{table}'"
        : $"'{modality.Name}' reads the source '{modality.Settings.Source}' or files {ExtensionList.Describe(modality.Extensions)}";
}
