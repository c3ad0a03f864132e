namespace Mpuc.Host.Cli;

/// <summary>
/// Shows the progress of something long: one line that is written over on a terminal, a plain line every few seconds elsewhere.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="isTerminal">Whether lines may be written over.</param>
internal sealed class ProgressLine<T>(TextWriter output, bool isTerminal, Func<T, string> describe, Func<T, bool> isLast) : IProgress<T>
{
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private long _last = TimeProvider.System.GetTimestamp();
    private int _width;

    /// <inheritdoc/>
    public void Report(T value)
    {
        lock (_lock)
        {
            var last = isLast(value);
            var interval = isTerminal ? TerminalInterval : PlainInterval;
            if (TimeProvider.System.GetElapsedTime(_last) >= interval || (last && _width > 0))
            {
                _last = TimeProvider.System.GetTimestamp();
                Write(describe(value), last);
            }
        }
    }

    private void Write(string line, bool last)
    {
        if (!isTerminal)
        {
            output.WriteLine(line);
            return;
        }

        output.Write('\r' + line.PadRight(_width));
        _width = last ? 0 : line.Length;
        if (last)
        {
            output.WriteLine();
        }
    }
}
