using Autofac.Core;
using Mpuc;
using Samples.Physiology;

[assembly: MpucPlugin("samples.physiology", typeof(PhysiologyPlugin))]

namespace Samples.Physiology;

/// <summary>The plugin's entry point.</summary>
public sealed class PhysiologyPlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new PhysiologyModule();
}
