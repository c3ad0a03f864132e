using Microsoft.Extensions.Hosting;

namespace Mpuc.Host.Serving;

/// <summary>The server lives as long as its caller wants: signals are the program's own affair.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
