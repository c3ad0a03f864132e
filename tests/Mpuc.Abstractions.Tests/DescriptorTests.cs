namespace Mpuc.Tests;

internal sealed class DescriptorTests
{
    [TestCase(new long[0], 1)]
    [TestCase(new long[] { 128 }, 128)]
    [TestCase(new long[] { 3, 112, 112 }, 37632)]
    public void The_size_of_a_frame_is_the_product_of_its_shape(long[] shape, long expected) =>
        Assert.That(new BackboneContext(shape, 90).FrameSize, Is.EqualTo(expected));

    [Test]
    public void A_backbone_is_registered_under_its_kind_and_name() => Assert.That(
        new BackboneDescriptor { Kind = "audio", Name = "tcn", Description = "Convolutions.", Options = OptionSchema.Empty }.Key,
        Is.EqualTo("audio/tcn"));

    [Test]
    public void A_modality_is_not_normalised_unless_it_says_so() => Assert.That(
        new ModalityDescriptor
        {
            Kind = "a",
            Description = "A.",
            Extensions = [],
            Options = OptionSchema.Empty,
            DefaultBackbone = "b",
        }.DefaultNormalization,
        Is.EqualTo(Normalization.None));

    [Test]
    public void An_error_keeps_its_sentence_and_its_cause()
    {
        var cause = new IOException("disk");

        Assert.That(new MpucException("a.wav: it is empty.").Message, Is.EqualTo("a.wav: it is empty."));
        Assert.That(new MpucException("a.wav: it is empty.", cause).InnerException, Is.SameAs(cause));
    }
}
