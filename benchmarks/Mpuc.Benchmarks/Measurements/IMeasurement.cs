namespace Mpuc.Benchmarks.Measurements;

/// <summary>One benchmark of benchmarks/run, ready to be measured again and again.</summary>
internal interface IMeasurement : IDisposable
{
    /// <summary>Measures once.</summary>
    /// <param name="clock">Measures a piece of work.</param>
    /// <returns>Seconds per unit of the benchmark, and those of what it is compared with where that runs in this process as well.</returns>
    (double Ours, double? Peer) Take(Clock clock);
}
