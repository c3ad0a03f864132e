namespace TorchSharpPeer.Measurements;

/// <summary>One benchmark of benchmarks/run, ready to be measured again and again.</summary>
internal interface IMeasurement : IDisposable
{
    /// <summary>Measures once.</summary>
    /// <returns>Seconds per unit of the benchmark.</returns>
    double Take(Clock clock);
}
