using Autofac;

namespace Mpuc;

/// <summary>How a plugin's module tells the host what it offers.</summary>
public static class PluginRegistration
{
    /// <summary>
    /// Offers an encoder. The host resolves <typeparamref name="TEncoder"/> once for every configured modality of this kind; its
    /// constructor may take the modality's <see cref="OptionValues"/>, a <c>Serilog.ILogger</c>, the <see cref="IWeightsStore"/>, the
    /// <see cref="ITimedFeatureReader"/>, and whatever the plugin registers itself.
    /// </summary>
    /// <typeparam name="TEncoder">The encoder.</typeparam>
    /// <param name="builder">The builder that the module loads into.</param>
    /// <param name="descriptor">What the encoder is and which options it has.</param>
    public static void RegisterEncoder<TEncoder>(this ContainerBuilder builder, ModalityDescriptor descriptor)
        where TEncoder : class, IModalityEncoder
    {
        builder.RegisterInstance(descriptor).As<ModalityDescriptor>();
        builder.RegisterType<TEncoder>().Keyed<IModalityEncoder>(descriptor.Kind).InstancePerDependency();
    }

    /// <summary>
    /// Offers a backbone for a modality kind, the plugin's own or another plugin's. The host resolves <typeparamref name="TBackbone"/>
    /// whenever it needs fresh weights; its constructor may take the <see cref="BackboneContext"/>, the backbone's
    /// <see cref="OptionValues"/> and the <see cref="IWeightsStore"/>.
    /// </summary>
    /// <typeparam name="TBackbone">The backbone.</typeparam>
    /// <param name="builder">The builder that the module loads into.</param>
    /// <param name="descriptor">What the backbone is, which kind it belongs to, and which options it has.</param>
    public static void RegisterBackbone<TBackbone>(this ContainerBuilder builder, BackboneDescriptor descriptor)
        where TBackbone : Backbone
    {
        builder.RegisterInstance(descriptor).As<BackboneDescriptor>();
        builder.RegisterType<TBackbone>().Keyed<Backbone>(descriptor.Key).InstancePerDependency().ExternallyOwned();
    }

    /// <summary>Names a pretrained file that the plugin can use, so that <c>mpuc weights</c> lists, fetches and verifies it.</summary>
    /// <param name="builder">The builder that the module loads into.</param>
    /// <param name="weights">What the file is and where it comes from.</param>
    public static void RegisterWeights(this ContainerBuilder builder, PretrainedWeights weights) =>
        builder.RegisterInstance(weights).As<PretrainedWeights>();
}
