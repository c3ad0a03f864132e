using System.Reflection;
using Autofac;
using Serilog;
using Serilog.Core;

namespace Mpuc.Plugins.Face.Tests;

[TestFixture]
internal sealed class FaceModuleTests
{
    [Test]
    public void The_module_offers_one_encoder_and_two_backbones()
    {
        using var container = Container();

        Assert.That(container.Resolve<ModalityDescriptor>().Kind, Is.EqualTo("face"));
        Assert.That(
            container.Resolve<IEnumerable<BackboneDescriptor>>()
                .Select(backbone => backbone.Key), Is.EquivalentTo(new[] { "face/r2plus1d", "face/conv3d" }));
        Assert.That(container.Resolve<ModalityDescriptor>().DefaultBackbone, Is.EqualTo("r2plus1d"));
    }

    [Test]
    public void The_module_names_the_weights_of_its_detectors()
    {
        using var container = Container();

        Assert.That(
            container.Resolve<IEnumerable<PretrainedWeights>>().Select(weights => weights.Name),
            Is.SupersetOf(new[] { "tiny-face-detector", "mtcnn-pnet", "mtcnn-rnet", "mtcnn-onet" }));
    }

    [Test]
    public void The_encoder_is_built_from_its_options_without_any_weights()
    {
        using var container = Container();

        var encoder = container.ResolveKeyed<IModalityEncoder>("face", TypedParameter.From(new OptionValues(FaceOptions.Schema)));

        Assert.That(encoder, Is.TypeOf<FaceEncoder>());
        Assert.That(encoder.WindowFrames(3), Is.EqualTo(8));
    }

    private static IContainer Container()
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(Logger.None).As<ILogger>();
        builder.RegisterInstance(new TestWeights()).As<IWeightsStore>();
        builder.RegisterModule(new FacePlugin().CreateModule());
        return builder.Build();
    }
}
