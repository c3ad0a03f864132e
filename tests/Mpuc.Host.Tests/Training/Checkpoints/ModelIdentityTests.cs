using Mpuc.Host.Modalities;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;

namespace Mpuc.Host.Tests.Training.Checkpoints;

public sealed class ModelIdentityTests
{
    private static readonly Option<int> Bands = Option.Integer("bands", 128, "Bands.");
    private static readonly ProjectionOptions Projection = new();

    private readonly FakeModalities _fake = new();

    [Test]
    public void The_same_parts_have_no_difference() => Assert.That(Of().DifferenceFrom(Of()), Is.Null);

    [Test]
    public void An_identity_survives_as_json() => Assert.That(ModelIdentity.Parse(Of().ToJson()).DifferenceFrom(Of()), Is.Null);

    [Test]
    public void A_build_suffix_of_a_version_does_not_matter() =>
        Assert.That(Of(text: _fake.Modality("text", version: "1.2.3+abcdef")).DifferenceFrom(Of()), Is.Null);

    [Test]
    public void A_version_matters() =>
        Assert.That(
            Of(text: _fake.Modality("text", version: "1.2.4")).DifferenceFrom(Of()),
            Does.Contain("text.").And.Contain("'1.2.4', expected is '1.2.3'"));

    [Test]
    public void A_backbone_matters() =>
        Assert.That(
            Of(text: _fake.Modality("text", backbone: "transformer")).DifferenceFrom(Of()),
            Is.EqualTo("'text.backbone' is 'transformer', expected is 'linear'"));

    [Test]
    public void An_option_matters() => Assert.That(
        Of(text: With(settings => settings with { Options = Values(80) })).DifferenceFrom(
            Of(text: With(settings => settings with { Options = Values(128) }))),
        Is.EqualTo("""'text.options' is '{"bands":80}', expected is '{"bands":128}'"""));

    [Test]
    public void A_normalisation_matters() => Assert.That(
        Of(text: With(settings => settings with { Normalization = Normalization.Training })).DifferenceFrom(Of()),
        Does.Contain("'text.normalization' is 'Training'"));

    [Test]
    public void A_window_matters()
    {
        var contexts = _fake.Contexts;
        contexts["audio"] = new BackboneContext([128], 90);
        Assert.That(
            ModelIdentity.Of(_fake.Modalities, contexts, Projection).DifferenceFrom(Of()),
            Is.EqualTo("'audio.frameShape' is '[128]', expected is '[6]'"));
    }

    [Test]
    public void The_projection_matters() => Assert.That(
        ModelIdentity.Of(_fake.Modalities, _fake.Contexts, new ProjectionOptions { Size = 3 }).DifferenceFrom(Of()),
        Is.EqualTo("'projection.size' is '3', expected is '512'"));

    [Test]
    public void Another_set_of_modalities_is_named_first()
    {
        var three = new FakeModalities(names: ["audio", "text", "face"]);
        Assert.That(
            ModelIdentity.Of(three.Modalities, three.Contexts, Projection).DifferenceFrom(Of()),
            Is.EqualTo("'modalities' is 'audio, text, face', expected is 'audio, text'"));
    }

    private static OptionValues Values(int bands) => new(new OptionSchema(Bands), new Dictionary<string, object> { ["bands"] = bands });

    private Modality With(Func<ModalitySettings, ModalitySettings> change)
    {
        var modality = _fake.Modality("text");
        return new Modality(change(modality.Settings), modality.Encoder, modality.Plugin, modality.BackbonePlugin, modality.CreateBackbone);
    }

    private ModelIdentity Of(Modality? text = null) => ModelIdentity.Of(
        [_fake.Modality("audio"), text ?? _fake.Modality("text")], _fake.Contexts, Projection);
}
