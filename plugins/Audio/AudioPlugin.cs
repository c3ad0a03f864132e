using Autofac;
using Autofac.Core;
using Mpuc;
using Mpuc.Plugins.Audio;
using Mpuc.Plugins.Audio.Backbones;

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

/// <summary>Registers the audio encoder and its backbones.</summary>
internal sealed class AudioModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<AudioEncoder>(AudioEncoder.Descriptor);
        builder.RegisterBackbone<Tcn>(Tcn.Descriptor);
        builder.RegisterBackbone<ConvNet>(ConvNet.Descriptor);
        builder.RegisterBackbone<MeanPerceptron>(MeanPerceptron.DescriptorFor(AudioConstants.Kind, "spectra"));
    }
}

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class AudioConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.audio";

    /// <summary>The kind of modality.</summary>
    public const string Kind = "audio";

    /// <summary>The name of the paper's backbone.</summary>
    public const string Tcn = "tcn";

    /// <summary>The name of the light backbone.</summary>
    public const string Conv = "conv";
}
