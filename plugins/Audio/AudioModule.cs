using Autofac;
using Mpuc.Plugins.Audio.Backbones;

namespace Mpuc.Plugins.Audio;

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
