using Mpuc;
using PluginName.Backbones;
using TorchSharp;

namespace PluginName;

/// <summary>
/// Turns recordings into frames, and frames into windows. One instance serves one configured modality, from several threads at once.
/// </summary>
internal sealed class PluginNameEncoder : ModalityEncoder
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
    protected override double FrameRate => _options.FrameRate;

    /// <inheritdoc/>
    public override Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var rows = PluginNameReader.Read(source.Path, cancellationToken);
            var (first, count) = Span(source, rows.Count); // A source may be a span of a longer recording.
            var values = rows.Skip(first).Take(count).SelectMany(row => row).ToArray();
            return new ModalitySequence(torch.tensor(values, [count, rows[0].Length]), _options.FrameRate);
        },
        cancellationToken);
}
