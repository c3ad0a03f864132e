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
    public void The_module_offers_one_encoder_and_three_backbones()
    {
        using var container = Container();

        Assert.That(container.Resolve<ModalityDescriptor>().Kind, Is.EqualTo("audio"));
        Assert.That(
            container.Resolve<IEnumerable<BackboneDescriptor>>()
                .Select(backbone => backbone.Key), Is.EquivalentTo(new[] { "audio/tcn", "audio/conv", "audio/mlp" }));
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

    private static IContainer Container()
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(Logger.None).As<ILogger>();
        builder.RegisterModule(new AudioPlugin().CreateModule());
        return builder.Build();
    }
}
