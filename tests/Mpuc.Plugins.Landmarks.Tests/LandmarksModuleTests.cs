using System.Reflection;
using Autofac;
using Mpuc.Plugins.Landmarks.Backbones;
using Serilog;
using Serilog.Core;

namespace Mpuc.Plugins.Landmarks.Tests;

[TestFixture]
internal sealed class LandmarksModuleTests
{
    [Test]
    public void The_module_offers_one_encoder_and_two_backbones()
    {
        using var container = Container();

        Assert.That(container.Resolve<ModalityDescriptor>().Kind, Is.EqualTo("landmarks"));
        Assert.That(
            container.Resolve<IEnumerable<BackboneDescriptor>>()
                .Select(backbone => backbone.Key), Is.EquivalentTo(new[] { "landmarks/stgcn", "landmarks/tcn" }));
        Assert.That(container.Resolve<ModalityDescriptor>().DefaultBackbone, Is.EqualTo("stgcn"));
    }

    [Test]
    public void The_encoder_is_built_from_its_options()
    {
        using var container = Container();

        var encoder = container.ResolveKeyed<IModalityEncoder>("landmarks", TypedParameter.From(new OptionValues(LandmarksOptions.Schema)));

        Assert.That(encoder, Is.TypeOf<LandmarksEncoder>().And.AssignableTo<IPreviewEncoder>());
        Assert.That(encoder.WindowFrames(3), Is.EqualTo(90));
    }

    [Test]
    public void The_weights_of_the_detectors_and_of_the_68_point_network_are_named()
    {
        using var container = Container();

        var weights = container.Resolve<IEnumerable<PretrainedWeights>>().ToDictionary(registered => registered.Name);

        Assert.That(
            weights.Keys, Is.EquivalentTo(new[] { "face-landmark-68", "tiny-face-detector", "mtcnn-pnet", "mtcnn-rnet", "mtcnn-onet" }));
        Assert.That(weights["face-landmark-68"].Package!.Path, Is.EqualTo("model/face_landmark_68_model-weights_manifest.json"));
    }

    private static IContainer Container()
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(Logger.None).As<ILogger>();
        builder.RegisterInstance(new TestWeights()).As<IWeightsStore>();
        builder.RegisterModule(new LandmarksPlugin().CreateModule());
        return builder.Build();
    }
}
