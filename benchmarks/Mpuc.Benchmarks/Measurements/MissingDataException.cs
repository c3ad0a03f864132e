namespace Mpuc.Benchmarks.Measurements;

/// <summary>A benchmark needs data that is not on this machine.</summary>
/// <param name="message">What is missing.</param>
internal sealed class MissingDataException(string message) : Exception(message)
{
    /// <summary>The folder of RAVDESS's recordings, which benchmarks/run names in MPUC_BENCHMARK_RAVDESS.</summary>
    /// <exception cref="MissingDataException">There is none.</exception>
    public static string RequireRavdess()
    {
        var folder = Environment.GetEnvironmentVariable("MPUC_BENCHMARK_RAVDESS");
        return Directory.Exists(folder)
            ? folder
            : throw new MissingDataException("needs RAVDESS's recordings; name their folder in MPUC_BENCHMARK_RAVDESS");
    }
}
