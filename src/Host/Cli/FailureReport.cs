namespace Mpuc.Host.Cli;

/// <summary>Turns an exception that ended a command into what the user reads.</summary>
internal static class FailureReport
{
    /// <summary>Describes an exception. One that no user caused is written to a log file as well.</summary>
    /// <returns>
    /// The message of the <see cref="MpucException"/> at fault, or a sentence that names the log file; then the trace, if asked for.
    /// </returns>
    public static string Describe(Exception exception, bool verbose)
    {
        var sentence = Causes(exception).OfType<MpucException>().FirstOrDefault()?.Message
            ?? DescribeStorage(exception)
            ?? DescribeUnexpected(exception);
        return verbose ? $"{sentence}{Environment.NewLine}{exception}" : sentence;
    }

    // A full or read-only disk, a file without permission, a reader of our output that has gone: the machine's fault, and the system names
    // the file.
    private static string? DescribeStorage(Exception exception)
    {
        var cause = Causes(exception).LastOrDefault(inner =>
            inner is UnauthorizedAccessException || inner is IOException and not EndOfStreamException);
        return cause is null
            ? null
            : $"{OneLine(cause.Message)}; make room there, or permit it, or name another place, and run the command again.";
    }

    private static string OneLine(string message) =>
        message[..(message.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : message.Length)].TrimEnd('.');

    private static string DescribeUnexpected(Exception exception)
    {
        var cause = Causes(exception).Last(inner => inner is not AggregateException { InnerExceptions.Count: > 1 });
        var sentence = $"mpuc failed unexpectedly, {cause.GetType().Name}: {OneLine(cause.Message)}";
        return WriteLog(exception) is { } file ? $"{sentence} (the details are in {file})." : $"{sentence} (--verbose prints the details).";
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string? WriteLog(Exception exception)
    {
        try
        {
            var file = Path.Combine(Path.GetTempPath(), $"mpuc-failure-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.log");
            File.WriteAllText(file, exception.ToString());
            return file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
