using Mpuc.Host.Configuration;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Cli;

/// <summary>A configuration and the plugins that it was checked against.</summary>
internal sealed record LoadedConfiguration(RunConfiguration Configuration, IModalityCatalog Catalog) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => (Catalog as IDisposable)?.Dispose();
}
