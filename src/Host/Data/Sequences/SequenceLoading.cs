using Mpuc.Host.Data.Cache;
using Mpuc.Host.Data.Content;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Sequences;

/// <summary>Brings all sequences of a store into the cache, several at a time.</summary>
internal static class SequenceLoading
{
    /// <summary>Reads every recording in every modality that it has.</summary>
    /// <param name="unreadable">
    /// Told of recordings that turn out to lack a modality, and of those that cannot be read where they may lack it.
    /// </param>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <exception cref="MpucException">Recordings cannot be read: always the first of them, whatever the number of workers.</exception>
    public static IReadOnlyDictionary<Modality, IReadOnlyDictionary<string, SequenceFile>> Read(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        OpenCache cache,
        int workers,
        UnreadableRecordings unreadable,
        IProgress<ReadingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var jobs = modalities.SelectMany(modality => recordings
            .Select(recording => (modality, recording, source: SourceReader.SourceOf(recording, modality)))
            .Where(job => job.source is not null)).ToList();
        var hashes = new ContentHashes(cache.Folder);
        var reader = new SourceReader(new SequenceCache(cache.Folder, hashes));
        var files = new SequenceFile?[jobs.Count];
        cache.Used = files.OfType<SequenceFile>();
        var (done, failed) = (0, new FirstFailure());
        Parallel.ForAsync(
            0,
            jobs.Count,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
            async (index, cancel) =>
            {
                if (failed.IsBefore(index))
                {
                    return;
                }

                var (modality, recording, source) = jobs[index];
                try
                {
                    files[index] = await reader.ReadAsync(recording, modality, source!, cancel).ConfigureAwait(false);
                }
                catch (MpucException error) when (error.IsMissingModality || modality.Settings.AllowsUnreadable)
                {
                    unreadable.Add(modality, recording, index, error);
                }
                catch (MpucException error)
                {
                    failed.Add(index, error);
                    return;
                }

                progress?.Report(new ReadingProgress(Interlocked.Increment(ref done), jobs.Count));
            }).GetAwaiter().GetResult();
        failed.Throw();
        hashes.Save();
        var read = jobs.Zip(files).Where(pair => pair.Second is not null).ToLookup(pair => pair.First.modality);
        foreach (var modality in modalities.Where(modality => !read.Contains(modality)))
        {
            unreadable.Refuse(modality);
        }

        return modalities.ToDictionary(
            modality => modality,
            modality => (IReadOnlyDictionary<string, SequenceFile>)read[modality].ToDictionary(
                pair => pair.First.recording.Id, pair => pair.Second!, StringComparer.Ordinal));
    }

    /// <summary>Remembers the failure with the lowest index.</summary>
    private sealed class FirstFailure
    {
        private readonly Lock _lock = new();
        private MpucException? _error;
        private int _index = int.MaxValue;

        public bool IsBefore(int index) => Volatile.Read(ref _index) < index;

        public void Add(int index, MpucException error)
        {
            lock (_lock)
            {
                if (index < _index)
                {
                    (_error, _index) = (error, index);
                }
            }
        }

        public void Throw()
        {
            if (_error is not null)
            {
                throw new MpucException(_error.Message, _error);
            }
        }
    }
}
