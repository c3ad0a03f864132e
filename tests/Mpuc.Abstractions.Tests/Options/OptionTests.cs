namespace Mpuc.Tests.Options;

internal sealed class OptionTests
{
    private static readonly Option<int> Epochs = Option.Integer("epochs", 5, "Passes.", 1, 100);
    private static readonly Option<double> Dropout = Option.Number("dropout", 0.1, "Dropout.", 0, 1);
    private static readonly Option<string> Scale = Option.Choice("scale", "slaney", ["slaney", "htk"], "The mel scale.");
    private static readonly Option<string> Kind = Option.RequiredChoice("kind", ["audio", "text"], "The kind.");
    private static readonly Option<IReadOnlyList<int>> Dilations = Option.Integers("dilations", [1, 2], "Dilations.", 1, 512);

    [Test]
    public void An_option_knows_its_name_type_default_and_range()
    {
        Assert.That(Epochs.Name, Is.EqualTo("epochs"));
        Assert.That(Epochs.Kind, Is.EqualTo(OptionKind.Integer));
        Assert.That(Epochs.IsList, Is.False);
        Assert.That(Epochs.Default, Is.EqualTo(5));
        Assert.That(Epochs.DefaultValue, Is.EqualTo(5));
        Assert.That((Epochs.Minimum, Epochs.Maximum), Is.EqualTo((1.0, 100.0)));
        Assert.That(Epochs.Description, Is.EqualTo("Passes."));
    }

    [Test]
    public void Only_what_has_no_default_is_required()
    {
        Assert.That(Epochs.IsRequired, Is.False);
        Assert.That(Kind.IsRequired);
        Assert.That(Kind.DefaultValue, Is.Null);
        Assert.That(Option.RequiredText("columns", "Columns.").IsRequired);
    }

    [TestCase("")]
    [TestCase(" ")]
    public void An_option_needs_a_name_and_a_description(string blank)
    {
        Assert.That(() => Option.Text(blank, "", "A text."), Throws.ArgumentException);
        Assert.That(() => Option.Text("name", "", blank), Throws.ArgumentException);
    }

    [Test]
    public void What_is_allowed_is_described_for_an_error_message()
    {
        Assert.That(Epochs.DescribeAllowed(), Is.EqualTo("a whole number from 1 to 100"));
        Assert.That(Option.Integer("i", 0, "I.").DescribeAllowed(), Is.EqualTo("a whole number"));
        Assert.That(Option.Integer("i", 0, "I.", minimum: 0).DescribeAllowed(), Is.EqualTo("a whole number of at least 0"));
        Assert.That(Option.Integer("i", 0, "I.", maximum: 9).DescribeAllowed(), Is.EqualTo("a whole number of at most 9"));
        Assert.That(Dropout.DescribeAllowed(), Is.EqualTo("a number from 0 to 1"));
        Assert.That(Option.Number("n", 1, "N.", 1e-9).DescribeAllowed(), Is.EqualTo("a number of at least 1E-09"));
        Assert.That(Option.Boolean("b", false, "B.").DescribeAllowed(), Is.EqualTo("true or false"));
        Assert.That(Option.Text("t", "", "T.").DescribeAllowed(), Is.EqualTo("a text"));
        Assert.That(Option.Path("p", "", "P.").DescribeAllowed(), Is.EqualTo("a path"));
        Assert.That(Option.Weights("w", "", "W.").DescribeAllowed(), Is.EqualTo("the name of registered weights or a path"));
        Assert.That(Scale.DescribeAllowed(), Is.EqualTo("one of slaney, htk"));
        Assert.That(Dilations.DescribeAllowed(), Is.EqualTo("a list of whole numbers from 1 to 512"));
        Assert.That(Option.Numbers("n", [], "N.").DescribeAllowed(), Is.EqualTo("a list of numbers"));
        Assert.That(Option.Texts("t", [], "T.").DescribeAllowed(), Is.EqualTo("a list of texts"));
        Assert.That(Option.Paths("p", [], "P.").DescribeAllowed(), Is.EqualTo("a list of paths"));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(100, true)]
    [TestCase(101, false)]
    public void A_range_includes_its_ends(int value, bool expected) => Assert.That(Epochs.Allows(value), Is.EqualTo(expected));

    [TestCase(0, true)]
    [TestCase(1, true)]
    [TestCase(-0.0001, false)]
    [TestCase(1.0001, false)]
    [TestCase(double.NaN, false)]
    [TestCase(double.PositiveInfinity, false)]
    public void A_number_must_be_finite_and_in_range(double value, bool expected) =>
        Assert.That(Dropout.Allows(value), Is.EqualTo(expected));

    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    public void Even_without_a_range_a_number_must_be_finite(double value) =>
        Assert.That(Option.Number("n", 0, "N.").Allows(value), Is.False);

    [TestCase("slaney", true)]
    [TestCase("htk", true)]
    [TestCase("HTK", false)]
    [TestCase("", false)]
    public void A_choice_is_one_of_the_choices_in_its_case(string value, bool expected) =>
        Assert.That(Scale.Allows(value), Is.EqualTo(expected));

    [TestCase(new int[0], true)]
    [TestCase(new[] { 1, 512 }, true)]
    [TestCase(new[] { 1, 0 }, false)]
    public void Every_element_of_a_list_must_be_in_range(int[] value, bool expected) =>
        Assert.That(Dilations.Allows(value), Is.EqualTo(expected));

    [Test]
    public void A_single_element_of_a_list_can_be_checked_alone()
    {
        Assert.That(Dilations.Allows(512));
        Assert.That(Dilations.Allows(513), Is.False);
    }
}
