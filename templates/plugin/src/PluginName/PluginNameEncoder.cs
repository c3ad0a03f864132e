using Mpuc;
using PluginName.Backbones;
using TorchSharp;

namespace PluginName;

/// <summary>
/// Turns recordings into frames, and frames into windows. One instance serves one configured modality, from several threads at once.
/// </summary>
internal sealed class PluginNameEncoder : IModalityEncoder
{
    private readonly PluginNameOptions _options;

    /// <summary>Creates the encoder. It may also ask for a Serilog.ILogger and for the IWeightsStore.</summary>
    /// <param name="values">Values of the options.</param>
    public PluginNameEncoder(OptionValues values) => _options = PluginNameOptions.From(values);

    /// <summary>What the host shows of the encoder.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = "pluginName",
        Description = "Rows of numbers over time, from CSV files with a header.",
        Extensions = [".csv"],
        Options = PluginNameOptions.Schema,
        DefaultBackbone = PluginNameNet.Name,
        DefaultNormalization = Normalization.Recording,
    };

    /// <inheritdoc/>
    public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var rows = PluginNameReader.Read(source.Path, cancellationToken);
            var (first, count) = Span(source, rows.Count);
            var values = rows.Skip(first).Take(count).SelectMany(row => row).ToArray();
            return new ModalitySequence(torch.tensor(values, [count, rows[0].Length]), _options.FrameRate);
        },
        cancellationToken);

    /// <inheritdoc/>
    public int WindowFrames(double seconds) => Math.Max(1, (int)Math.Round(seconds * _options.FrameRate));

    /// <inheritdoc/>
    public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, WindowFrames(window.Duration));

    // A source may be a span of a longer recording.
    private (int First, int Count) Span(ModalitySource source, int rows)
    {
        var first = (int)Math.Round(source.Start * _options.FrameRate);
        var end = source.End is { } seconds ? (int)Math.Round(seconds * _options.FrameRate) : rows;
        return first >= 0 && first < Math.Min(end, rows)
            ? (first, Math.Min(end, rows) - first)
            : throw new MpucException(
                $"'{source.Path}' has {rows} rows at {_options.FrameRate} per second, none of them between {source.Start} s and "
                    + $"{source.End} s.");
    }
}
