using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharpPeer.Measurements;

/// <summary>
/// WAV files of 16 kHz to 128 log-mel bands, 30 frames/s: STFT, power, triangular bands, decibels. Files side by side, one thread each.
/// </summary>
/// <param name="files">The files; deleted in the end where <paramref name="temporary"/> says so.</param>
/// <param name="temporary">Whether the files are made for the benchmark.</param>
internal sealed class LogMelReading(string[] files, bool temporary = false) : IMeasurement
{
    private const int Transform = 2048;
    private const int Hop = WaveFile.Rate / 30;

    // Made once: TorchSharp 0.107.0 lets the collector take a scalar that it made of a number while the operator still reads it.
    private static readonly Scalar Ten = 10;
    private static readonly Scalar Least = 1e-10;
    private static readonly Scalar MinDecibels = -80;

    private readonly Tensor _window = hann_window(Transform);
    private readonly Tensor _bands = MelBands.Of(128, Transform, WaveFile.Rate);

    /// <summary>The recordings in the folder that benchmarks/run names.</summary>
    public static LogMelReading OfRavdess()
    {
        var folder = Environment.GetEnvironmentVariable("MPUC_BENCHMARK_RAVDESS")!;
        return new([.. Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]);
    }

    /// <summary>One minute of noise.</summary>
    public static LogMelReading OfAMinute() => new([WaveFile.WriteNoise(seconds: 60)], temporary: true);

    public double Take(Clock clock)
    {
        var threads = get_num_threads();
        set_num_threads(1);
        var seconds = clock.Time(() => Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = threads }, Read));
        set_num_threads(threads);
        return seconds / files.Length;
    }

    public void Dispose()
    {
        _window.Dispose();
        _bands.Dispose();
        foreach (var file in temporary ? files : [])
        {
            File.Delete(file);
        }
    }

    private void Read(string path)
    {
        using var scope = NewDisposeScope();
        var magnitude = stft(WaveFile.Read(path), Transform, Hop, window: _window, return_complex: true).abs();
        var decibels = matmul(_bands, magnitude * magnitude).clamp(min: Least).log10() * Ten;
        (decibels - decibels.max()).clamp(min: MinDecibels);
    }
}
