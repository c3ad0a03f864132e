using Mpuc.Host.Data;
using Serilog;

namespace Mpuc.Host.Inference.Predictions;

/// <summary>Works through recordings batch by batch, and past those that it cannot be done for.</summary>
internal sealed class ToleratedFailures(int batchSize)
{
    private readonly List<QuarantinedInput> _quarantined = [];

    /// <summary>What was left out, in order.</summary>
    public IReadOnlyList<QuarantinedInput> Quarantined => _quarantined;

    /// <summary>Finds recordings and sets aside what does not exist.</summary>
    /// <param name="inputs">Paths as <see cref="InputRecordings"/> takes them.</param>
    /// <param name="kind">The kind of data set that they are; null for none.</param>
    /// <param name="written">What is written and so not read; null for nothing.</param>
    /// <exception cref="MpucException">
    /// A manifest or a data set is wrong, two recordings have the same id, or an input is a file that is written.
    /// </exception>
    public IReadOnlyList<UnlabelledRecording> Find(
        IReadOnlyList<string> inputs, string? kind, ILogger log, OutputExclusions? written = null)
    {
        var there = inputs.ToLookup(path => File.Exists(path) || Directory.Exists(path));
        _quarantined.AddRange(there[false].Select(path => new QuarantinedInput(path, [path], $"There is no file or folder '{path}'.")));
        return [.. InputRecordings.Find([.. there[true]], kind, log, written).Select(recording => recording.WithoutLabels())];
    }

    /// <summary>Works. Where a batch fails, each of its recordings is tried alone, so that only what is at fault is left out.</summary>
    /// <param name="work">
    /// Works on some of them, one result each; an <see cref="MpucException"/> says what is wrong with one of them.
    /// </param>
    public IEnumerable<T> Run<T>(
        IReadOnlyList<UnlabelledRecording> recordings, Func<IReadOnlyList<UnlabelledRecording>, IReadOnlyList<T>> work)
    {
        foreach (var batch in recordings.Chunk(batchSize))
        {
            var results = (batch.Length > 1 ? Try(batch, work, out _) : null) ?? batch.SelectMany(recording => Alone(recording, work));
            foreach (var result in results)
            {
                yield return result;
            }
        }
    }

    private IReadOnlyList<T> Alone<T>(UnlabelledRecording recording, Func<IReadOnlyList<UnlabelledRecording>, IReadOnlyList<T>> work)
    {
        if (Try([recording], work, out var reason) is { } results)
        {
            return results;
        }

        _quarantined.Add(
            new QuarantinedInput(
                recording.Id, [.. recording.Sources.Values.Select(source => source.Path).Distinct(StringComparer.Ordinal)], reason));
        return [];
    }

    private static IReadOnlyList<T>? Try<T>(
        UnlabelledRecording[] batch, Func<IReadOnlyList<UnlabelledRecording>, IReadOnlyList<T>> work, out string reason)
    {
        try
        {
            reason = string.Empty;
            return work(batch);
        }
        catch (MpucException exception)
        {
            reason = exception.Message;
            return null;
        }
    }
}

/// <summary>An input that could not be judged.</summary>
/// <param name="Id">The recording's id, or the path of what was no recording.</param>
internal sealed record QuarantinedInput(string Id, IReadOnlyList<string> Files, string Reason);
