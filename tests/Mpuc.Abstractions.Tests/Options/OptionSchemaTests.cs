namespace Mpuc.Tests.Options;

internal sealed class OptionSchemaTests
{
    [Test]
    public void Options_are_found_by_their_exact_name_and_keep_their_order()
    {
        var epochs = Option.Integer("epochs", 5, "Passes.");
        var decay = Option.Number("decay", 0.9, "Decay.");
        var schema = new OptionSchema(epochs, decay);

        Assert.That(schema.Options, Is.EqualTo(new Option[] { epochs, decay }));
        Assert.That(schema.Find("decay"), Is.SameAs(decay));
        Assert.That(schema.Find("Decay"), Is.Null);
    }

    [Test]
    public void Two_options_cannot_share_a_name() => Assert.That(
        () => new OptionSchema(Option.Integer("n", 1, "N."), Option.Text("n", "", "N.")), Throws.ArgumentException);

    [Test]
    public void A_default_outside_its_own_range_is_refused() => Assert.That(
        () => new OptionSchema(Option.Integer("epochs", 0, "Passes.", 1, 9)),
        Throws.ArgumentException.With.Message.StartsWith("The default of 'epochs' is not a whole number from 1 to 9."));

    [Test]
    public void A_default_that_is_no_choice_is_refused() => Assert.That(
        () => new OptionSchema(Option.Choice("scale", "bark", ["slaney", "htk"], "The mel scale.")), Throws.ArgumentException);

    [Test]
    public void A_required_option_has_no_default_to_check() =>
        Assert.That(() => new OptionSchema(Option.RequiredChoice("kind", ["a"], "K.")), Throws.Nothing);

    [Test]
    public void The_empty_schema_has_no_options() => Assert.That(OptionSchema.Empty.Options, Is.Empty);
}
