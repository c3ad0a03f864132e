namespace Mpuc.Host.Distributed;

/// <summary>Sums the gradients of some parameters over all processes, step after step.</summary>
public interface IGradientSum : IDisposable
{
    /// <summary>Announces the backward pass after which this process's gradients are whole; what it finishes early is sent while it goes on.</summary>
    /// <param name="signal">Something that all processes learn in <see cref="Finish"/>.</param>
    void Begin(bool signal);

    /// <summary>Waits until every gradient is the sum over all processes. One that no process has stays missing.</summary>
    /// <returns>Whether any of several processes gave the signal; false for one alone, which knows it.</returns>
    /// <exception cref="MpucException">Another process ended; the message says which and why.</exception>
    bool Finish();
}
