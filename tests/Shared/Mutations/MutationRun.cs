using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace Mpuc.Tests.Mutations;

/// <summary>
/// Feeds a reader many damaged inputs on a thread of its own and watches it: it must read each or refuse it as it promises, within two
/// seconds and half a gibibyte of managed memory. Should an input end the process, its number is the last that stands in the run's file
/// (<c>NAME.running</c>), which only a run that ends removes.
/// </summary>
/// <param name="parser">The reader.</param>
/// <param name="seed">The run's seed.</param>
internal sealed class MutationRun(Parser parser, int seed)
{
    /// <summary>How many bytes may be allocated for an input.</summary>
    public const long MaxBytes = 512L << 20;

    private const int MostFindings = 8;
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<byte[]> _corpus = parser.Corpus();
    private readonly Dictionary<string, MutationFinding> _findings = new(StringComparer.Ordinal);
    private Mutator? _mutator;
    private long _current;
    private long _begun;
    private long _read;
    private long _refused;
    private volatile bool _isOver;

    /// <summary>How long an input may take; 2 s unless said otherwise.</summary>
    public TimeSpan Patience { get; init; } = Usual;

    /// <summary>Tries inputs one after the other.</summary>
    /// <param name="first">The first one's number.</param>
    /// <param name="count">How many.</param>
    /// <param name="folder">Where the run's file lies.</param>
    public MutationTally Try(long first, long count, string folder)
    {
        _mutator = new Mutator(_corpus, parser.Tokens, parser.IsText);
        _begun = Stopwatch.GetTimestamp();
        var running = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{parser.Name.Replace(' ', '-')}.running");
        var watch = Stopwatch.StartNew();
        using (var file = MemoryMappedFile.CreateFromFile(running, FileMode.Create, null, 64))
        using (var view = file.CreateViewAccessor())
        {
            var worker = Start(() => TryAll(first, count, view));
            while (!worker.Join(Glance))
            {
                var (number, begun) = (Volatile.Read(ref _current), Volatile.Read(ref _begun));
                if (Stopwatch.GetElapsedTime(begun) > Patience && IsHang(number) && Volatile.Read(ref _current) == number)
                {
                    Add(number, $"it takes longer than {Patience.TotalSeconds} s");
                    _isOver = true;
                    break;
                }
            }
        }

        File.Delete(running);
        return new MutationTally(_read + _refused, _read, _refused, watch.Elapsed, [.. _findings.Values]);
    }

    // The machine may have stood still meanwhile: only what takes long again hangs.
    private bool IsHang(long number) => !Start(() =>
    {
        using var scratch = new Scratch();
        try
        {
            parser.Open(scratch)(Input(number));
        }
        catch (Exception exception)
        {
            _ = exception; // It is tried again for its time alone.
        }
    }).Join(Patience);

    private static Thread Start(Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void TryAll(long first, long count, MemoryMappedViewAccessor view)
    {
        using var scratch = new Scratch();
        var read = parser.Open(scratch);
        for (var number = -_corpus.Count; number < 0; number++)
        {
            TryOne(number, read);
        }

        for (var number = first; number < first + count && _findings.Count < MostFindings && !_isOver; number++)
        {
            view.Write(0, number);
            Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
            Volatile.Write(ref _current, number);
            TryOne(number, read);
        }
    }

    private void TryOne(long number, Action<byte[]> read)
    {
        var input = Input(number);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(input);
            _read += number < 0 ? 0 : 1;
        }
        catch (Exception exception) when (number >= 0 && parser.Promises(exception))
        {
            _refused++;
            if (FaultOf(exception.Message) is { } fault)
            {
                Add(number, $"{fault}: '{exception.Message}'\n{Place(exception)}");
            }
        }
        catch (Exception exception)
        {
            Add(
                number,
                $"{(number < 0 ? "a sound file is refused" : "it ends in an exception that is not promised")}: {exception.GetType()}: "
                    + $"{exception.Message}\n{Place(exception)}");
        }

        if (GC.GetAllocatedBytesForCurrentThread() - before is > MaxBytes and var taken)
        {
            Add(number, $"it takes {taken >> 20} MiB of memory");
        }
    }

    private byte[] Input(long number) => number < 0 ? _corpus[(int)(number + _corpus.Count)] : _mutator!.Make(seed, number);

    private string? FaultOf(string message) =>
        message is not [.., '.' or '?'] ? "the refusal is no sentence"
        : !message.Contains(parser.Subject, StringComparison.Ordinal) ? $"the refusal does not name '{parser.Subject}'"
        : null;

    private static string Place(Exception exception) => string.Join('\n', (exception.StackTrace ?? string.Empty).Split('\n').Take(12));

    private void Add(long number, string fault)
    {
        // What hung may wake up when nobody listens any more.
        if (_isOver)
        {
            return;
        }

        var finding = new MutationFinding(parser.Name, seed, number, fault, Input(number));
        _findings.TryAdd(finding.Kind, finding);
    }
}
