using Mpuc;
using Samples.Physiology.Backbones;
using Samples.Physiology.Signals;
using TorchSharp;

namespace Samples.Physiology;

/// <summary>
/// Reads signals of a body with time stamps (heart rate, skin conductance, respiration) from CSV tables. A frame has, for each signal, its
/// value and its change per second: responses to an event show in the change, a person's level in the value.
/// </summary>
internal sealed class PhysiologyEncoder : ModalityEncoder
{
    private readonly PhysiologyOptions _options;

    /// <summary>Creates the encoder.</summary>
    /// <param name="values">Values of the options.</param>
    public PhysiologyEncoder(OptionValues values) => _options = PhysiologyOptions.From(values);

    /// <summary>What the host learns of the modality.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = "physiology",
        Description = "Signals of a body over time, such as heart rate and skin conductance, from CSV tables with time stamps.",
        Extensions = [".csv"],
        Options = PhysiologyOptions.Schema,
        DefaultBackbone = DilatedNet.Name,
        DefaultNormalization = Normalization.Group,
    };

    /// <inheritdoc/>
    protected override double FrameRate => _options.FrameRate;

    /// <inheritdoc/>
    public override Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var signals = SignalFile.Read(source.Path, _options.TimeColumn, _options.Signals, cancellationToken);
            var grid = SignalGrid.Over(source, signals, _options.FrameRate);
            var columns = signals.SelectMany(signal =>
            {
                var values = signal.At(grid.Times, _options.MaxGap, source.Path);
                return new[] { values, Changes(values, _options.FrameRate) };
            }).ToArray();
            var frames = new float[grid.Times.Length * columns.Length];
            for (var index = 0; index < frames.Length; index++)
            {
                frames[index] = (float)columns[index % columns.Length][index / columns.Length];
            }

            return new ModalitySequence(torch.tensor(frames, [grid.Times.Length, columns.Length]), _options.FrameRate);
        },
        cancellationToken);

    // Central differences, one-sided at the ends.
    private static double[] Changes(double[] values, double frameRate)
    {
        var changes = new double[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var (before, after) = (Math.Max(0, index - 1), Math.Min(values.Length - 1, index + 1));
            changes[index] = after == before ? 0 : (values[after] - values[before]) * frameRate / (after - before);
        }

        return changes;
    }
}
