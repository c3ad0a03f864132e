using Mpuc.Plugins.Text.Backbones;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Text.Tests.Backbones;

/// <summary>What tells the two backbones apart, and what dropout does to them.</summary>
[TestFixture]
internal sealed class WordOrderTests
{
    private static readonly BackboneContext Context = new([10], 6);

    [Test]
    public void The_transformer_hears_the_order_of_words()
    {
        using var transformer = new Transformer(Context, Small(TransformerOptions.Schema, ("layers", 1), ("feedForward", 8)));

        Assert.That(DifferenceWhenReversed(transformer), Is.GreaterThan(1e-3));
    }

    [Test]
    public void The_light_network_does_not()
    {
        using var network = new MeanPerceptron(Context, Small(MeanPerceptron.Schema, ("hidden", 8)));

        Assert.That(DifferenceWhenReversed(network), Is.LessThan(1e-5));
    }

    [TestCase(0.5, true, true)]
    [TestCase(0.5, false, false)]
    [TestCase(0.0, true, false)]
    public void Dropout_changes_features_in_training_alone(double dropout, bool training, bool changes)
    {
        using var scope = NewDisposeScope();
        Backbone[] backbones =
        [
            new Transformer(Context, Small(TransformerOptions.Schema, ("layers", 1), ("feedForward", 8), ("dropout", dropout))),
            new MeanPerceptron(Context, Small(MeanPerceptron.Schema, ("hidden", 64), ("dropout", dropout))),
        ];
        foreach (var backbone in backbones)
        {
            using (backbone)
            {
                backbone.train(training);
                var (windows, lengths) = (randn(2, 6, 10), tensor(new long[] { 6, 3 }));

                var difference = (backbone.call(windows, lengths) - backbone.call(windows, lengths)).abs().max().item<float>();

                Assert.That(difference > 0, Is.EqualTo(changes), backbone.GetName());
            }
        }
    }

    [Test]
    public void A_width_that_the_heads_do_not_divide_is_refused_when_the_network_is_made() => Assert.That(
        () => new Transformer(new BackboneContext([128], 30), new OptionValues(TransformerOptions.Schema)),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "'heads' is 5, which does not divide the 128 numbers of a word vector; choose a divisor such as 4."));

    private static OptionValues Small(OptionSchema schema, params (string Name, object Value)[] set) =>
        new(schema, set.ToDictionary(option => option.Name, option => option.Value));

    private static float DifferenceWhenReversed(Backbone backbone)
    {
        using var scope = NewDisposeScope();
        backbone.eval();
        var (windows, lengths) = (randn(1, 6, 10), tensor(new long[] { 6 }));
        return (backbone.call(windows, lengths) - backbone.call(windows.flip(1), lengths)).abs().max().item<float>();
    }
}
