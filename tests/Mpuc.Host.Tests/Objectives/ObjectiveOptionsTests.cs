using Mpuc.Host.Objectives;

namespace Mpuc.Host.Tests.Objectives;

public sealed class ObjectiveOptionsTests
{
    [Test]
    public void The_defaults_are_the_papers()
    {
        var options = ObjectiveOptions.From(new OptionValues(ObjectiveOptions.Schema));
        Assert.That(options, Is.EqualTo(new ObjectiveOptions()));
        Assert.That(options.Variant, Is.EqualTo(ObjectiveVariant.Paper));
        Assert.That(options.Temperature, Is.EqualTo(0.07));
        Assert.That(options.IncludeSameModality, Is.False);
    }

    [TestCase("paper", ObjectiveVariant.Paper)]
    [TestCase("clip", ObjectiveVariant.Clip)]
    [TestCase("two-view", ObjectiveVariant.TwoView)]
    [TestCase("supcon", ObjectiveVariant.Supcon)]
    public void Every_variant_has_its_name(string name, ObjectiveVariant variant) =>
        Assert.That(From(("variant", name)).Variant, Is.EqualTo(variant));

    [Test]
    public void Every_setting_is_read()
    {
        var options = From(("temperature", 0.5), ("reduction", "sum"), ("includeSameModality", true));
        Assert.That(options.Temperature, Is.EqualTo(0.5));
        Assert.That(options.Reduction, Is.EqualTo(LossReduction.Sum));
        Assert.That(options.IncludeSameModality, Is.True);
    }

    [Test]
    public void Only_supcon_is_supervised() => Assert.That(
        Enum.GetValues<ObjectiveVariant>().Where(variant => !new ObjectiveOptions { Variant = variant }.IsUnsupervised),
        Is.EqualTo(new[] { ObjectiveVariant.Supcon }));

    [Test]
    public void A_temperature_of_zero_is_refused() => Assert.That(
        () => From(("temperature", 0.0)),
        Throws.TypeOf<MpucException>().With.Message.Contains("'temperature' must be a number from 0.001 to 100"));

    private static ObjectiveOptions From(params (string Name, object Value)[] values) =>
        ObjectiveOptions.From(new OptionValues(ObjectiveOptions.Schema, values.ToDictionary(value => value.Name, value => value.Value)));
}
