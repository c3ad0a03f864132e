namespace Mpuc.Tests.Options;

internal sealed class OptionValuesTests
{
    private static readonly Option<int> Epochs = Option.Integer("epochs", 5, "Passes.", 1, 100);
    private static readonly Option<double> Dropout = Option.Number("dropout", 0.1, "Dropout.", 0, 1);
    private static readonly Option<bool> Causal = Option.Boolean("causal", true, "Look back only.");
    private static readonly Option<string> Columns = Option.RequiredText("columns", "Columns.");
    private static readonly Option<IReadOnlyList<int>> Dilations = Option.Integers("dilations", [1, 2], "Dilations.", 1, 512);
    private static readonly Option<IReadOnlyList<double>> Means = Option.Numbers("means", [0.5, 1e-7], "Means.");
    private static readonly Option<IReadOnlyList<string>> Folders = Option.Paths("folders", ["a"], "Folders.");
    private static readonly OptionSchema Schema = new(Epochs, Dropout, Causal, Columns, Dilations, Means, Folders);

    [Test]
    public void What_is_not_set_has_its_default()
    {
        var values = Values(("columns", "all"));

        Assert.That(values.Get(Epochs), Is.EqualTo(5));
        Assert.That(values.Get(Causal));
        Assert.That(values.Get(Dilations), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(values.IsSet(Epochs), Is.False);
    }

    [Test]
    public void What_is_set_wins_over_the_default()
    {
        var values = Values(("columns", "all"), ("epochs", 7), ("dropout", 0.5), ("causal", false), ("means", new[] { 2.0 }));

        Assert.That(values.Get(Columns), Is.EqualTo("all"));
        Assert.That(values.Get(Epochs), Is.EqualTo(7));
        Assert.That(values.Get(Dropout), Is.EqualTo(0.5));
        Assert.That(values.Get(Causal), Is.False);
        Assert.That(values.Get(Means), Is.EqualTo(new[] { 2.0 }));
        Assert.That(values.IsSet(Epochs));
    }

    [Test]
    public void An_unknown_option_is_refused_with_the_known_ones() => Assert.That(
        () => Values(("columns", "all"), ("epocs", 7)),
        Refused("There is no option 'epocs'; there are epochs, dropout, causal, columns, dilations, means, folders."));

    [Test]
    public void A_missing_required_option_is_refused() => Assert.That(() => Values(), Refused("'columns' is missing; it must be a text."));

    [TestCase("epochs", 7.0, "a whole number from 1 to 100")]
    [TestCase("epochs", "7", "a whole number from 1 to 100")]
    [TestCase("epochs", 0, "a whole number from 1 to 100")]
    [TestCase("dropout", 1, "a number from 0 to 1")]
    [TestCase("dropout", double.NaN, "a number from 0 to 1")]
    [TestCase("causal", 1, "true or false")]
    [TestCase("columns", true, "a text")]
    [TestCase("dilations", 1, "a list of whole numbers from 1 to 512")]
    [TestCase("dilations", new[] { 0 }, "a list of whole numbers from 1 to 512")]
    [TestCase("means", new[] { 1 }, "a list of numbers")]
    [TestCase("folders", "a", "a list of paths")]
    public void A_value_of_another_type_or_out_of_range_is_refused(string name, object value, string allowed) => Assert.That(
        () => Values(name == "columns" ? [(name, value)] : [("columns", "all"), (name, value)]), Refused($"'{name}' must be {allowed}."));

    [Test]
    public void Json_holds_every_value_in_the_schemas_order() => Assert.That(
        Values(("folders", new[] { "x", "y" }), ("columns", "all"), ("epochs", 7)).ToJson().ToJsonString(),
        Is.EqualTo(
            """{"epochs":7,"dropout":0.1,"causal":true,"columns":"all","dilations":[1,2],"means":[0.5,1E-07],"folders":["x","y"]}"""));

    [Test]
    public void Values_do_not_change_with_the_dictionary_that_they_came_from()
    {
        var source = new Dictionary<string, object> { ["columns"] = "all" };
        var values = new OptionValues(Schema, source);
        source["columns"] = "none";

        Assert.That(values.Get(Columns), Is.EqualTo("all"));
    }

    [Test]
    public void A_schema_without_required_options_needs_no_values() =>
        Assert.That(new OptionValues(new OptionSchema(Epochs)).ToJson().ToJsonString(), Is.EqualTo("""{"epochs":5}"""));

    private static OptionValues Values(params (string Name, object Value)[] values) =>
        new(Schema, values.ToDictionary(pair => pair.Name, pair => pair.Value));

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.EqualTo(message);

    [Test]
    public void An_option_that_the_schema_does_not_declare_cannot_be_read() => Assert.That(
        () => new OptionValues(OptionSchema.Empty).Get(Option.Integer("bands", 64, "Bands.")),
        Throws.ArgumentException.With.Message.Contains("declares no option 'bands'"));

    [TestCase(null, Season.Autumn)]
    [TestCase("spring", Season.Spring)]
    [TestCase("lateSummer", Season.LateSummer)]
    public void A_value_of_an_enumeration_is_chosen_by_its_name(string? set, Season expected)
    {
        var option = Option.Choice("season", Season.Autumn, "When.");

        Assert.That(option.Choices, Is.EqualTo(new[] { "spring", "lateSummer", "autumn" }));
        Assert.That(ValuesOf(option, set).GetChoice<Season>(option), Is.EqualTo(expected));
    }

    [Test]
    public void Names_of_their_own_stand_for_the_values_in_their_order()
    {
        var option = Option.Choice("season", Season.LateSummer, "When.", ["first", "second", "third"]);

        Assert.That(ValuesOf(option, null).GetChoice<Season>(option), Is.EqualTo(Season.LateSummer));
        Assert.That(ValuesOf(option, "third").GetChoice<Season>(option), Is.EqualTo(Season.Autumn));
    }

    [Test]
    public void Names_for_some_of_the_values_are_refused() => Assert.That(
        () => Option.Choice("season", Season.Spring, "When.", ["first"]),
        Throws.ArgumentException.With.Message.Contains("'season' has 1 names for 3 values"));

    [Test]
    public void A_choice_is_not_read_as_another_enumeration()
    {
        var option = Option.Choice("season", Season.Spring, "When.");

        Assert.That(
            () => ValuesOf(option, null).GetChoice<DayOfWeek>(option),
            Throws.ArgumentException.With.Message.Contains("'season' are not those of DayOfWeek"));
    }

    private static OptionValues ValuesOf(Option<string> option, string? set) =>
        new(new OptionSchema(option), set is null ? null : new Dictionary<string, object> { [option.Name] = set });

    /// <summary>An enumeration with a name of two words.</summary>
    internal enum Season
    {
        Spring,
        LateSummer,
        Autumn,
    }
}
