using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Inference.Features;

/// <summary>Recordings that were decoded and lie in a cache as sequences, which stay there as long as this object.</summary>
internal sealed class ReadRecordings : IDisposable
{
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromMinutes(10);

    private readonly OpenCache? _cache;

    /// <summary>Takes over sequences that were read.</summary>
    /// <param name="cache">Where they lie; closed with this object. Null where others keep it open.</param>
    public ReadRecordings(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        IReadOnlyDictionary<Modality, IReadOnlyDictionary<string, SequenceFile>> files,
        OpenCache? cache = null) => (Recordings, Modalities, Files, _cache) = (recordings, modalities, files, cache);

    /// <summary>The recordings.</summary>
    public IReadOnlyList<UnlabelledRecording> Recordings { get; }

    /// <summary>The modalities that were read.</summary>
    public IReadOnlyList<Modality> Modalities { get; }

    /// <summary>The sequences by modality and by recording's id.</summary>
    public IReadOnlyDictionary<Modality, IReadOnlyDictionary<string, SequenceFile>> Files { get; }

    /// <summary>Decodes recordings, several at a time; safe beside other work with the same modalities.</summary>
    /// <param name="all">Whether every recording must have all of them, or any.</param>
    /// <returns>The sequences; the caller owns them.</returns>
    /// <exception cref="MpucException">One of them lacks modalities that it must have, or cannot be read; the message names it.</exception>
    public static ReadRecordings Of(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        bool all,
        DataOptions options,
        bool keep,
        CancellationToken cancellationToken)
    {
        var unreadable = new UnreadableRecordings();
        var required = new RequiredModalities(modalities, all, unreadable);
        required.Check(recordings, (recording, modality) => SourceReader.SourceOf(recording, modality) is not null);

        var cache = keep ? OpenCache.Of(options, BetweenCleanings) : OpenCache.Temporary();
        try
        {
            var files = SequenceLoading.Read(recordings, modalities, cache, options.Workers, unreadable, null, cancellationToken);
            required.Check(recordings, (recording, modality) => files[modality].ContainsKey(recording.Id));
            return new ReadRecordings(recordings, modalities, files, cache);
        }
        catch
        {
            cache.Dispose();
            throw;
        }
    }

    /// <summary>Joins recordings of several owners, ids unique, to be encoded together.</summary>
    /// <param name="parts">The owners' recordings, at least one, all of the same modalities.</param>
    public static ReadRecordings Join(IReadOnlyList<ReadRecordings> parts) => parts is [var only] ? only : new ReadRecordings(
        [.. parts.SelectMany(part => part.Recordings)],
        parts[0].Modalities,
        parts[0].Modalities.ToDictionary(
            modality => modality,
            modality =>
                (IReadOnlyDictionary<string, SequenceFile>)parts.SelectMany(part => part.Files[modality])
                    .ToDictionary(StringComparer.Ordinal)));

    /// <inheritdoc/>
    public void Dispose() => _cache?.Dispose();
}
