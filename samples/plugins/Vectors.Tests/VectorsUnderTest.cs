using Autofac;
using Mpuc;

namespace Samples.Vectors.Tests;

/// <summary>The plugin as a host sees it: made from its entry point, resolved by kind and key, given nothing but options.</summary>
internal sealed class VectorsUnderTest : IDisposable
{
    private readonly IContainer _container;

    public VectorsUnderTest()
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance<ITimedFeatureReader>(Timed);
        builder.RegisterModule(new VectorsPlugin().CreateModule());
        _container = builder.Build();
    }

    public TimedRecording Timed { get; } = new();

    public ModalityDescriptor Descriptor => _container.Resolve<ModalityDescriptor>();

    public IReadOnlyList<BackboneDescriptor> Backbones => [.. _container.Resolve<IEnumerable<BackboneDescriptor>>()];

    public IFittedEncoder Encoder(params (string Name, object Value)[] options) =>
        (IFittedEncoder)_container.ResolveKeyed<IModalityEncoder>("vectors", TypedParameter.From(Values(Descriptor.Options, options)));

    public Backbone Backbone(string name, int size, params (string Name, object Value)[] options)
    {
        var descriptor = Backbones.Single(backbone => backbone.Name == name);
        return _container.ResolveKeyed<Backbone>(
            descriptor.Key, TypedParameter.From(new BackboneContext([size], 1)), TypedParameter.From(Values(descriptor.Options, options)));
    }

    public void Dispose() => _container.Dispose();

    private static OptionValues Values(OptionSchema schema, (string Name, object Value)[] options) =>
        new(schema, options.ToDictionary(option => option.Name, option => option.Value));
}
