using Autofac.Core;
using Mpuc;
using Mpuc.Plugins.Audio;

[assembly: MpucPlugin(AudioConstants.PluginId, typeof(AudioPlugin))]

namespace Mpuc.Plugins.Audio;

/// <summary>
/// The audio plugin: recordings of speech as log-mel spectrograms, and the backbones that read them (paper, Sec. III-A, "Acoustic").
/// </summary>
public sealed class AudioPlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new AudioModule();
}
