using System.Collections.Concurrent;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// The recordings that have a source and lack the modality all the same: what the source lacks, or what an encoder could not read where
/// that counts as lacking. Safe to use from several threads at once.
/// </summary>
internal sealed class UnreadableRecordings
{
    private readonly ConcurrentDictionary<(Modality Modality, int Place), (string Id, MpucException Error)> _errors = new();

    /// <summary>What to tell a user: a sentence per modality and reason, with the first recording's error.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. _errors.GroupBy(error => (error.Key.Modality.Name, error.Value.Error.IsMissingModality))
            .OrderBy(errors => errors.Key.Name, StringComparer.Ordinal).ThenBy(errors => errors.Key.IsMissingModality)
            .Select(errors =>
                $"{errors.Count()} recordings {(errors.Key.IsMissingModality ? "lack" : "cannot be read and lack")} the modality "
                    + $"'{errors.Key.Name}', "
                + $"such as: {errors.MinBy(error => error.Key.Place).Value.Error.Message}"),
    ];

    /// <summary>Remembers a recording.</summary>
    public void Add(Modality modality, UnlabelledRecording recording, int place, MpucException error) =>
        _errors[(modality, place)] = (recording.Id, error);

    /// <summary>Why a recording lacks a modality of which it has a source.</summary>
    /// <returns>What its encoder said; null where the recording has no source, or has the modality.</returns>
    public MpucException? Find(UnlabelledRecording recording, Modality modality) =>
        _errors.Where(error => error.Key.Modality == modality && error.Value.Id == recording.Id)
            .Select(error => error.Value.Error)
            .FirstOrDefault();

    /// <summary>
    /// Refuses a modality of which nothing could be read, although there are sources that have it: that is no recording's fault.
    /// </summary>
    /// <exception cref="MpucException">The first recording's error.</exception>
    public void Refuse(Modality modality) => Throw(modality, error => !error.IsMissingModality);

    /// <summary>Refuses a modality that there is nothing to learn from.</summary>
    /// <exception cref="MpucException">The first recording's error.</exception>
    public void RefuseToLearn(Modality modality) => Throw(modality, _ => true);

    private void Throw(Modality modality, Func<MpucException, bool> isMeant)
    {
        if (_errors.Where(
            error =>
                error.Key.Modality == modality && isMeant(error.Value.Error)).OrderBy(error =>
                    error.Key.Place).Select(error => error.Value.Error).FirstOrDefault() is { } first)
        {
            throw new MpucException(first.Message, first);
        }
    }
}
