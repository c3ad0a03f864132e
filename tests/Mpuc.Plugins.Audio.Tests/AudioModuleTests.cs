using System.Reflection;
using Autofac;
using Mpuc.Plugins.Audio.Backbones;
using Serilog;
using Serilog.Core;

namespace Mpuc.Plugins.Audio.Tests;

[TestFixture]
internal sealed class AudioModuleTests
{
    [Test]
    public void The_assembly_names_its_plugin()
    {
        var attribute = typeof(AudioPlugin).Assembly.GetCustomAttribute<MpucPluginAttribute>()!;

        Assert.That(attribute.Id, Is.EqualTo("mpuc.audio"));
        Assert.That(attribute.PluginType, Is.EqualTo(typeof(AudioPlugin)));
    }

    [Test]
    public void The_module_offers_one_encoder_and_two_backbones()
    {
        using var container = Container();

        Assert.That(container.Resolve<ModalityDescriptor>().Kind, Is.EqualTo("audio"));
        Assert.That(container.Resolve<IEnumerable<BackboneDescriptor>>().Select(backbone => backbone.Key), Is.EquivalentTo(new[] { "audio/tcn", "audio/conv" }));
        Assert.That(container.Resolve<ModalityDescriptor>().DefaultBackbone, Is.EqualTo("tcn"));
    }

    [Test]
    public void The_encoder_is_built_from_its_options()
    {
        using var container = Container();

        var encoder = container.ResolveKeyed<IModalityEncoder>("audio", TypedParameter.From(new OptionValues(AudioOptions.Schema)));

        Assert.That(encoder, Is.TypeOf<AudioEncoder>());
        Assert.That(encoder.WindowFrames(3), Is.EqualTo(90));
    }

    [TestCase("tcn", typeof(Tcn))]
    [TestCase("conv", typeof(ConvNet))]
    public void A_backbone_is_built_from_the_frames_shape_and_its_options(string name, Type type)
    {
        using var container = Container();
        var schema = container.Resolve<IEnumerable<BackboneDescriptor>>().Single(backbone => backbone.Name == name).Options;

        using var backbone = container.ResolveKeyed<Backbone>(
            $"audio/{name}", TypedParameter.From(new BackboneContext([128], 90)), TypedParameter.From(new OptionValues(schema)));

        Assert.That(backbone, Is.TypeOf(type));
    }

    private static IContainer Container()
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(Logger.None).As<ILogger>();
        builder.RegisterModule(new AudioPlugin().CreateModule());
        return builder.Build();
    }
}
