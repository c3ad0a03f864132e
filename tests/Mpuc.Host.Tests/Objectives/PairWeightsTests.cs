using Mpuc.Host.Objectives;

namespace Mpuc.Host.Tests.Objectives;

public sealed class PairWeightsTests
{
    private static readonly string[] Modalities = ["audio", "text"];

    [Test]
    public void A_pair_that_is_not_set_weighs_one() => Assert.That(PairWeights.Equal[new("audio", "text")], Is.EqualTo(1));

    [Test]
    public void A_weight_belongs_to_one_direction_only()
    {
        var weights = Of(("audio>text", 2.5));
        Assert.That(weights[new("audio", "text")], Is.EqualTo(2.5));
        Assert.That(weights[new("text", "audio")], Is.EqualTo(1));
    }

    [Test]
    public void Spaces_around_the_names_do_not_matter() => Assert.That(Of((" audio > text ", 2))[new("audio", "text")], Is.EqualTo(2));

    [TestCase("audio")]
    [TestCase("audio>")]
    [TestCase(">text")]
    [TestCase("audio>text>face")]
    public void A_key_that_is_no_pair_is_refused_with_the_form(string key) => Assert.That(
        () => Of((key, 1)), Throws.TypeOf<MpucException>().With.Message.Contains($"'{key}'").And.Message.Contains("audio>text"));

    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_weight_that_is_no_weight_is_refused(double weight) =>
        Assert.That(() => Of(("audio>text", weight)), Throws.TypeOf<MpucException>().With.Message.Contains("at least 0"));

    [Test]
    public void An_unknown_modality_is_named_with_the_known_ones() => Assert.That(
        () => Of(("audio>face", 1)).Check(Modalities, includeSameModality: false),
        Throws.TypeOf<MpucException>().With.Message.Contains("'face'").And.Message.Contains("audio, text"));

    [Test]
    public void A_modality_with_itself_needs_the_switch()
    {
        var weights = Of(("audio>audio", 1));
        Assert.That(
            () => weights.Check(Modalities, includeSameModality: false),
            Throws.TypeOf<MpucException>().With.Message.Contains("includeSameModality"));
        Assert.That(() => weights.Check(Modalities, includeSameModality: true), Throws.Nothing);
    }

    [Test]
    public void All_weights_zero_are_refused()
    {
        var weights = Of(("audio>text", 0), ("text>audio", 0));
        Assert.That(
            () => weights.Check(Modalities, includeSameModality: false),
            Throws.TypeOf<MpucException>().With.Message.Contains("at least one"));
        Assert.That(() => weights.Check(Modalities, includeSameModality: true), Throws.Nothing);
    }

    private static PairWeights Of(params (string Pair, double Weight)[] weights) =>
        new(weights.ToDictionary(weight => weight.Pair, weight => weight.Weight));
}
