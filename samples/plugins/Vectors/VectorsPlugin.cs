using Autofac.Core;
using Mpuc;
using Samples.Vectors;

[assembly: MpucPlugin("samples.vectors", typeof(VectorsPlugin))]

namespace Samples.Vectors;

/// <summary>The plugin's entry point.</summary>
public sealed class VectorsPlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new VectorsModule();
}
