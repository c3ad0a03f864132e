using System.Collections.Concurrent;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Data;

/// <summary>The recordings that an encoder could not read where they may lack the modality instead. Safe to use from several threads at once.</summary>
internal sealed class UnreadableRecordings
{
    private readonly ConcurrentDictionary<(Modality Modality, int Place), MpucException> _errors = new();

    /// <summary>What to tell a user: one sentence per modality, with the first recording's error.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. _errors.GroupBy(error => error.Key.Modality).OrderBy(errors => errors.Key.Name, StringComparer.Ordinal).Select(errors =>
            $"{errors.Count()} recordings cannot be read and lack the modality '{errors.Key.Name}', such as: {errors.MinBy(error => error.Key.Place).Value.Message}"),
    ];

    /// <summary>Remembers a recording.</summary>
    /// <param name="modality">The modality.</param>
    /// <param name="place">The recording's place.</param>
    /// <param name="error">What is wrong with it.</param>
    public void Add(Modality modality, int place, MpucException error) => _errors[(modality, place)] = error;

    /// <summary>Refuses a modality of which nothing could be read: that is no recording's fault.</summary>
    /// <param name="modality">The modality.</param>
    /// <exception cref="MpucException">The first recording's error.</exception>
    public void Refuse(Modality modality)
    {
        if (_errors.Where(error => error.Key.Modality == modality).OrderBy(error => error.Key.Place).Select(error => error.Value).FirstOrDefault() is { } first)
        {
            throw new MpucException(first.Message, first);
        }
    }
}
