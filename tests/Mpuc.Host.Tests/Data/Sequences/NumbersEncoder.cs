using System.Globalization;
using TorchSharp;

namespace Mpuc.Host.Tests.Data.Sequences;

/// <summary>
/// An encoder for tests: a text file with one frame per line and spaces between the numbers; for a source with a key, the row
/// <c>key,numbers</c> of a table.
/// </summary>
internal class NumbersEncoder(double frameRate) : IModalityEncoder
{
    private int _reads;

    /// <summary>How many sources were read.</summary>
    public int Reads => _reads;

    /// <summary>Called before a source is read.</summary>
    public Action<ModalitySource> OnRead { get; init; } = _ => { };

    public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        OnRead(source);
        IEnumerable<string> lines = File.ReadLines(source.Path);
        if (source.Key is { } key)
        {
            lines = lines.Where(line => line.StartsWith(key + ',', StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..]);
        }

        var frames = lines.Select(
            line => line.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        if (frames.Length == 0)
        {
            throw new MpucException($"'{source.Path}' has no frames.");
        }

        return Task.FromResult(
            new ModalitySequence(torch.tensor(frames.SelectMany(frame => frame).ToArray()).reshape(frames.Length, -1), frameRate));
    }

    public int WindowFrames(double seconds) => frameRate == 0 ? 1 : Math.Max(1, (int)Math.Round(seconds * frameRate));

    public virtual ModalityWindow Window(ModalitySequence sequence, TimeWindow window) =>
        sequence.Cut(window, WindowFrames(window.Duration));
}
