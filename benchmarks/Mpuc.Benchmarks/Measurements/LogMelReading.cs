using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Serilog.Core;
using static TorchSharp.torch;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>
/// WAV files to log-mel spectrograms of 128 bands and 30 frames/s, decoded, as the host reads them: files side by side, one thread each.
/// </summary>
/// <param name="files">The files; deleted in the end where <paramref name="temporary"/> says so.</param>
/// <param name="temporary">Whether the files are made for the benchmark.</param>
internal sealed class LogMelReading(IReadOnlyList<string> files, bool temporary = false) : IMeasurement
{
    private readonly PluginCatalog _catalog = PluginCatalog.Discover(PluginSettings.From(new PluginOptions()), Logger.None);
    private Modality? _audio;

    /// <summary>RAVDESS's recordings.</summary>
    public static LogMelReading OfRavdess()
    {
        var folder = MissingDataException.RequireFolder("MPUC_BENCHMARK_RAVDESS", "RAVDESS's recordings");
        return new([.. Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]);
    }

    /// <summary>One minute of noise at 16 kHz.</summary>
    public static LogMelReading OfAMinute() => new([Noise.Write(seconds: 60)], temporary: true);

    public (double Ours, double? Peer) Take(Clock clock)
    {
        _audio ??= ConfiguredModality.Of(_catalog, "audio", ("bands", 128), ("frameRate", 30.0));
        var threads = get_num_threads();
        set_num_threads(1);
        var seconds = clock.Time(() => Parallel.ForEach(
            files, new ParallelOptions { MaxDegreeOfParallelism = threads }, file => _audio.Read(new ModalitySource(file))));
        set_num_threads(threads);
        return (seconds / files.Count, null);
    }

    public void Dispose()
    {
        _catalog.Dispose();
        foreach (var file in temporary ? files : [])
        {
            File.Delete(file);
        }
    }
}
