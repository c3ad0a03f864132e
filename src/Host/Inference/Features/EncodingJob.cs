using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Inference.Features;

/// <summary>One caller's recordings on their way through the encoders.</summary>
/// <param name="cancellationToken">Cancelled where the caller has gone.</param>
internal sealed class EncodingJob(ReadRecordings read, Action<EncodedRecordings> look, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The recordings.</summary>
    public ReadRecordings Read => read;

    /// <summary>Cancelled where the caller has gone.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Ends with the work, or with what went wrong.</summary>
    public Task Done => _done.Task;

    /// <summary>Whether two jobs can be encoded in one pass: the same modalities, and no recording's id in both.</summary>
    public bool Suits(EncodingJob other) =>
        read.Modalities.SequenceEqual(other.Read.Modalities)
        && !read.Recordings.Select(recording => recording.Id)
            .Intersect(other.Read.Recordings.Select(recording => recording.Id), StringComparer.Ordinal)
            .Any();

    /// <summary>Hands the features to the caller's work; its failure is the caller's alone.</summary>
    public void Finish(EncodedRecordings encoded)
    {
        try
        {
            look(encoded);
            _done.TrySetResult();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    /// <summary>Ends the work without a result.</summary>
    public void Fail(Exception exception)
    {
        _done.TrySetException(exception);
        _ = _done.Task.Exception;
    }
}

/// <summary>Recordings with their features, perhaps among those of other callers; valid only while it is looked at.</summary>
/// <param name="Recordings">The caller's own recordings.</param>
internal sealed record EncodedRecordings(IReadOnlyList<UnlabelledRecording> Recordings, SequenceStore Store, FeatureTable Features);
