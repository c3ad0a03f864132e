using System.Globalization;
using TorchSharp;

namespace Mpuc.Conformance.Tests.Toy;

/// <summary>Reads files with a frame of numbers per line, ten per second, and centres them on the training recordings' mean.</summary>
internal sealed class ToyEncoder : IFittedEncoder, IPreviewEncoder
{
    private const double FrameRate = 10;
    private static int _encoders;

    private readonly ToyFault _fault;
    private readonly int _scale;
    private readonly int _number = Interlocked.Increment(ref _encoders);
    private readonly List<torch.Tensor> _kept = [];
    private Dictionary<string, torch.Tensor> _state = [];
    private ModalitySequence? _lent;
    private volatile string _current = "";
    private int _readings;

    public ToyEncoder(OptionValues options, ToyFault fault)
    {
        (_fault, _scale) = (fault, options.Get(ToyPlugin.Scale));
        if (options.Get(ToyPlugin.Axis) == "mirrored" && fault == ToyFault.ThrowsForAnOption)
        {
            throw new NotSupportedException("Mirrors are out of stock.");
        }

        if (fault == ToyFault.StateBeforeFit)
        {
            _state["mean"] = torch.zeros(1).DetachFromDisposeScope();
        }
    }

    public IReadOnlyDictionary<string, torch.Tensor> State => _state;

    public async Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        if (_fault != ToyFault.IgnoresCancellation)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (_fault == ToyFault.Hangs)
        {
            Thread.Sleep(Timeout.Infinite);
        }

        if (_fault == ToyFault.SharedState)
        {
            _current = source.Path;
            await Task.Delay(20, CancellationToken.None);
            source = source with { Path = _current };
        }

        var rows = Rows(source);
        if (_fault != ToyFault.IgnoresSpan)
        {
            var first = (int)Math.Round(source.Start * FrameRate);
            rows = [.. rows.Skip(first).Take((int)Math.Round(((source.End ?? 1e6) - source.Start) * FrameRate))];
        }

        return new ModalitySequence(Frames(rows), FrameRate);
    }

    public int WindowFrames(double seconds) => _fault switch
    {
        ToyFault.NoFrameInShortWindows => (int)(seconds * FrameRate),
        ToyFault.TooManyFrames => Math.Max(1, (int)(2 * seconds * FrameRate)),
        _ => Math.Max(1, (int)Math.Round(seconds * FrameRate)),
    };

    public ModalityWindow Window(ModalitySequence sequence, TimeWindow window)
    {
        var frames = WindowFrames(window.Duration);
        if (_fault == ToyFault.WindowIsView && sequence.Length >= frames)
        {
            return new ModalityWindow(sequence.Values.narrow(0, 0, frames), frames);
        }

        var cut = sequence.Cut(window, _fault == ToyFault.WindowTooShort && frames > sequence.Length ? (int)sequence.Length : frames);
        if (_fault == ToyFault.PaddingOfOnes && cut.ValidLength < frames)
        {
            cut.Values.narrow(0, cut.ValidLength, frames - cut.ValidLength).fill_(1);
        }

        return _fault == ToyFault.WrongValidLength ? new ModalityWindow(cut.Values, frames) : cut;
    }

    public void Fit(IEnumerable<ModalitySequence> training)
    {
        using var scope = torch.NewDisposeScope();
        var means = training.Select(sequence =>
        {
            _lent = sequence;
            return sequence.Values.mean([0]);
        }).ToList();
        _state = new() { ["mean"] = torch.stack(means, 0).mean([0]).DetachFromDisposeScope() };
    }

    public ModalitySequence Transform(ModalitySequence sequence)
    {
        if (_fault == ToyFault.KeepsLentSequences)
        {
            return new ModalitySequence(sequence.Values - _lent!.Values.mean([0]), FrameRate);
        }

        return new ModalitySequence(
            _fault == ToyFault.TransformsInPlace ? sequence.Values.sub_(_state["mean"]).clone() : sequence.Values - _state["mean"],
            FrameRate);
    }

    public void Restore(IReadOnlyDictionary<string, torch.Tensor> state)
    {
        if (_fault == ToyFault.ForgetsState)
        {
            _state = new() { ["mean"] = torch.zeros(3).DetachFromDisposeScope() };
        }
        else if (state.TryGetValue("mean", out var mean))
        {
            _state = new() { ["mean"] = mean.clone().DetachFromDisposeScope() };
        }
        else if (_fault != ToyFault.TakesAnyState)
        {
            throw new MpucException("The saved state has no 'mean'.");
        }
    }

    public async Task<ModalityPreview> PreviewAsync(ModalitySource source, int pictures, CancellationToken cancellationToken)
    {
        using var sequence = await ReadAsync(source, cancellationToken);
        return new ModalityPreview
        {
            Caption = "numbers",
            Duration = sequence.Duration,
            Pictures =
                [new PreviewPicture(1, 1, [0, 0, 0]) { Points = [new(0, 0)], Edges = [(0, _fault == ToyFault.EdgeToNowhere ? 1 : 0)] }],
        };
    }

    private torch.Tensor Frames(float[][] rows)
    {
        using var scope = torch.NewDisposeScope();
        var values = torch.tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);
        if (_fault == ToyFault.LeaksTensors)
        {
            _kept.Add(values.clone().DetachFromDisposeScope());
        }

        var frames = _fault switch
        {
            ToyFault.SameFramesForAll => torch.ones(30, 3),
            ToyFault.OtherFramesEachTime => values + Interlocked.Increment(ref _readings),
            ToyFault.OtherFramesPerEncoder => values + _number,
            ToyFault.Float64 => values.to_type(torch.ScalarType.Float64),
            ToyFault.NotANumber => values / 0,
            _ => values * _scale,
        };
        return frames.MoveToOuterDisposeScope();
    }

    private float[][] Rows(ModalitySource source)
    {
        if (_fault != ToyFault.MissingFileAsIoError && !File.Exists(source.Path))
        {
            throw new MpucException(_fault == ToyFault.UnnamedFile ? "There is no such file." : $"There is no file '{source.Path}'.");
        }

        var lines = File.ReadAllLines(source.Path);
        if (lines.Length == 0)
        {
            return _fault == ToyFault.EmptyFileAccepted ? [[0, 0, 0]] : throw new MpucException($"'{source.Path}' is empty.");
        }

        return [.. lines.Select((line, index) => Row(source.Path, line, index))];
    }

    private float[] Row(string path, string line, int index)
    {
        if (line == "bad" && _fault == ToyFault.AcceptsWhatIsRefused)
        {
            return [0, 0, 0];
        }

        try
        {
            float[] row = [.. line.Split(' ').Select(text => float.Parse(text, CultureInfo.InvariantCulture))];
            return row.Length == 3 && row.All(float.IsFinite) ? row : throw new FormatException("Three numbers are expected.");
        }
        catch (FormatException e) when (_fault != ToyFault.DamageAsFormatError)
        {
            throw new MpucException($"'{path}', line {index + 1}: '{line}' is not three numbers.", e);
        }
    }
}
