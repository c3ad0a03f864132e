namespace Mpuc.Host.Protocol;

/// <summary>How the machine is divided.</summary>
internal sealed record ThreadBudget(int Jobs, int Threads)
{
    /// <summary>Divides the cores among processes.</summary>
    /// <param name="configured">What the configuration says of threads; 0 divides the cores.</param>
    /// <returns>The budget; at least one thread each.</returns>
    /// <exception cref="MpucException">There is no such number of processes.</exception>
    public static ThreadBudget Of(int jobs, int configured, int cores) => jobs is >= 1 and <= 1024
        ? new ThreadBudget(jobs, configured > 0 ? configured : Math.Max(1, cores / jobs))
        : throw new MpucException($"--jobs is {jobs}; it must be 1 to 1024.");

    /// <summary>In words.</summary>
    public string Describe() => $"{Jobs} {(Jobs == 1 ? "process" : "processes")} of {Threads} {(Threads == 1 ? "thread" : "threads")}";
}
