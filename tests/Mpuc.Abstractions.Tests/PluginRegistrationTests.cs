using Autofac;
using TorchSharp;

namespace Mpuc.Tests;

internal sealed class PluginRegistrationTests
{
    private static readonly Option<int> Size = Option.Integer("size", 3, "Size.");

    private static readonly ModalityDescriptor Modality = new()
    {
        Kind = "noise",
        Description = "Noise.",
        Extensions = [".noise"],
        Options = new OptionSchema(Size),
        DefaultBackbone = "flat",
    };

    private static readonly BackboneDescriptor Flat = new()
    {
        Kind = "noise",
        Name = "flat",
        Description = "Flat.",
        Options = OptionSchema.Empty,
    };

    private IContainer _container = null!;

    [SetUp]
    public void Register()
    {
        var builder = new ContainerBuilder();
        builder.RegisterEncoder<NoiseEncoder>(Modality);
        builder.RegisterBackbone<FlatBackbone>(Flat);
        _container = builder.Build();
    }

    [TearDown]
    public void Dispose() => _container.Dispose();

    [Test]
    public void What_is_registered_can_be_listed()
    {
        Assert.That(_container.Resolve<IEnumerable<ModalityDescriptor>>(), Is.EqualTo(new[] { Modality }));
        Assert.That(_container.Resolve<IEnumerable<BackboneDescriptor>>(), Is.EqualTo(new[] { Flat }));
    }

    [Test]
    public void Every_configured_modality_gets_an_encoder_of_its_own_with_its_options()
    {
        var first = Encoder(new OptionValues(Modality.Options, new Dictionary<string, object> { ["size"] = 8 }));
        var second = Encoder(new OptionValues(Modality.Options));

        Assert.That(first.Options.Get(Size), Is.EqualTo(8));
        Assert.That(second.Options.Get(Size), Is.EqualTo(3));
    }

    [Test]
    public void A_backbone_is_owned_by_whoever_asked_for_it()
    {
        FlatBackbone backbone;
        using (var scope = _container.BeginLifetimeScope())
        {
            backbone = (FlatBackbone)scope.ResolveKeyed<Backbone>(Flat.Key, TypedParameter.From(new BackboneContext([4], 2)));
        }

        Assert.That(backbone.IsDisposed, Is.False);
        backbone.Dispose();
        Assert.That(backbone.IsDisposed);
    }

    private NoiseEncoder Encoder(OptionValues options) =>
        (NoiseEncoder)_container.ResolveKeyed<IModalityEncoder>(Modality.Kind, TypedParameter.From(options));

    private sealed class NoiseEncoder(OptionValues options) : IModalityEncoder
    {
        public OptionValues Options { get; } = options;

        public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public int WindowFrames(double seconds) => 1;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, 1);
    }

    private sealed class FlatBackbone(BackboneContext context) : Backbone("flat")
    {
        public BackboneContext Context { get; } = context;

        public bool IsDisposed { get; private set; }

        public override torch.Tensor forward(torch.Tensor values, torch.Tensor lengths) => torch.zeros(values.shape[0], FeatureSize);

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
