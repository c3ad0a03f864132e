using Mpuc.Host.Plugins;
using Serilog.Core;
using static TorchSharp.torch;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>RAVDESS's recordings to log-mel spectrograms of 128 bands and 30 frames/s, decoded from WAV, as the host reads them: files side by side.</summary>
internal sealed class LogMelReading : IMeasurement
{
    private readonly PluginCatalog _catalog = PluginCatalog.Discover(PluginSettings.From(new PluginOptions()), Logger.None);
    private readonly string[] _files;
    private readonly Modality _audio;

    public LogMelReading()
    {
        _files = [.. Directory.EnumerateFiles(MissingDataException.RequireRavdess(), "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var kind = _catalog.Modalities.First(modality => modality.Kind == "audio");
        var backbone = _catalog.Backbones.First(backbone => backbone.Kind == "audio" && backbone.Name == "tcn");
        _audio = _catalog.Create(new ModalitySettings
        {
            Name = kind.Kind,
            Kind = kind.Kind,
            Source = kind.Kind,
            Normalization = Normalization.None,
            Options = new OptionValues(kind.Options, new Dictionary<string, object> { ["bands"] = 128, ["frameRate"] = 30.0 }),
            Backbone = backbone.Name,
            BackboneOptions = new OptionValues(backbone.Options),
        });
    }

    public (double Ours, double? Peer) Take(Clock clock)
    {
        var threads = get_num_threads();
        set_num_threads(1);
        var seconds = clock.Time(() => Parallel.ForEach(_files, new ParallelOptions { MaxDegreeOfParallelism = threads }, Read));
        set_num_threads(threads);
        return (seconds / _files.Length, null);
    }

    public void Dispose() => _catalog.Dispose();

    private void Read(string file) => _audio.Encoder.ReadAsync(new ModalitySource(file), CancellationToken.None).GetAwaiter().GetResult().Dispose();
}
