using Autofac;
using Mpuc.Plugins.Text.Backbones;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text;

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
