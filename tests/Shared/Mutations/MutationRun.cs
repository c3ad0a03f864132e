using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace Mpuc.Tests.Mutations;

/// <summary>
/// Feeds a reader many damaged inputs on a thread of its own and watches it: it must read each or refuse it as it promises, within two seconds and half a gibibyte of
/// managed memory. Should an input end the process, its number is the last that stands in the run's file (<c>NAME.running</c>), which only a run that ends removes.
/// </summary>
/// <param name="parser">The reader.</param>
/// <param name="seed">The run's seed.</param>
internal sealed class MutationRun(Parser parser, int seed)
{
    /// <summary>How long an input may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How many bytes may be allocated for an input.</summary>
    public const long MostBytes = 512L << 20;

    private const int MostFindings = 8;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<byte[]> _corpus = parser.Corpus();
    private readonly Dictionary<string, MutationFinding> _findings = new(StringComparer.Ordinal);
    private Mutator? _mutator;
    private long _current;
    private long _begun;
    private long _read;
    private long _refused;

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
                    break;
                }
            }
        }

        File.Delete(running);
        return new MutationTally(_read + _refused, _read, _refused, watch.Elapsed, [.. _findings.Values]);
    }

    // The machine may have stood still meanwhile: only what takes long again hangs.
    private bool IsHang(long number) => !Start(() => TryOne(number, parser.Open(new Scratch()), counts: false)).Join(Patience);

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

        for (var number = first; number < first + count && _findings.Count < MostFindings; number++)
        {
            view.Write(0, number);
            Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
            Volatile.Write(ref _current, number);
            TryOne(number, read);
        }
    }

    private void TryOne(long number, Action<byte[]> read, bool counts = true)
    {
        var input = Input(number);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(input);
            _read += counts && number >= 0 ? 1 : 0;
        }
        catch (Exception exception) when (number >= 0 && parser.Promises(exception))
        {
            _refused += counts ? 1 : 0;
            if (FaultOf(exception.Message) is { } fault && counts)
            {
                Add(number, $"{fault}: '{exception.Message}'\n{Place(exception)}");
            }
        }
        catch (Exception exception) when (counts)
        {
            Add(number, $"{(number < 0 ? "a sound file is refused" : "it ends in an exception that is not promised")}: {exception.GetType()}: {exception.Message}\n{Place(exception)}");
        }
        catch (Exception exception) when (!counts)
        {
            // Tried again only for its time.
            _ = exception;
        }

        if (counts && GC.GetAllocatedBytesForCurrentThread() - before is > MostBytes and var taken)
        {
            Add(number, $"it takes {taken >> 20} MiB of memory");
        }
    }

    private byte[] Input(long number) => number < 0 ? _corpus[(int)(number + _corpus.Count)] : _mutator!.Make(seed, number);

    private string? FaultOf(string message) =>
        !message.EndsWith('.') ? "the refusal is no sentence"
        : !message.Contains(parser.Subject, StringComparison.Ordinal) ? $"the refusal does not name '{parser.Subject}'"
        : null;

    private static string Place(Exception exception) => string.Join('\n', (exception.StackTrace ?? string.Empty).Split('\n').Take(12));

    private void Add(long number, string fault)
    {
        var finding = new MutationFinding(parser.Name, seed, number, fault, Input(number));
        _findings.TryAdd(finding.Kind, finding);
    }
}
