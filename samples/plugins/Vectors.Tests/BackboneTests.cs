using Mpuc;
using TorchSharp;

namespace Samples.Vectors.Tests;

public sealed class BackboneTests
{
    private static readonly string[] Names = ["mlp", "linear"];

    private readonly VectorsUnderTest _plugin = new();

    [OneTimeTearDown]
    public void Dispose() => _plugin.Dispose();

    [TestCaseSource(nameof(Names))]
    public void A_batch_of_vectors_becomes_512_features_each(string name)
    {
        using var scope = torch.NewDisposeScope();
        using var backbone = _plugin.Backbone(name, size: 35);
        var features = backbone.forward(torch.randn(4, 1, 35), torch.ones(4, torch.int64));
        Assert.That(features.shape, Is.EqualTo(new long[] { 4, Backbone.FeatureSize }));
    }

    [TestCaseSource(nameof(Names))]
    public void In_evaluation_no_row_depends_on_another(string name)
    {
        using var scope = torch.NewDisposeScope();
        using var backbone = _plugin.Backbone(name, size: 7);
        backbone.eval();
        var batch = torch.randn(3, 1, 7);
        var together = backbone.forward(batch, torch.ones(3, torch.int64));
        var alone = backbone.forward(batch.narrow(0, 1, 1), torch.ones(1, torch.int64));
        Assert.That(torch.allclose(together.narrow(0, 1, 1), alone, atol: 1e-6), Is.True);
    }

    [TestCaseSource(nameof(Names))]
    public void Frames_are_averaged_and_padding_does_not_count(string name)
    {
        using var scope = torch.NewDisposeScope();
        using var backbone = _plugin.Backbone(name, size: 7);
        backbone.eval();
        var frames = torch.randn(2, 5, 7);
        var padded = torch.cat([frames, torch.zeros(2, 3, 7)], 1);
        var features = backbone.forward(padded, torch.full([2], 5, torch.int64));
        var mean = backbone.forward(frames.mean([1]).unsqueeze(1), torch.ones(2, torch.int64));
        Assert.That(torch.allclose(features, mean, atol: 1e-6), Is.True);
    }

    [TestCaseSource(nameof(Names))]
    public void Every_weight_learns(string name)
    {
        using var scope = torch.NewDisposeScope();
        using var backbone = _plugin.Backbone(name, size: 7);
        backbone.forward(torch.randn(8, 1, 7), torch.ones(8, torch.int64)).sum().backward();
        Assert.That(backbone.named_parameters().Where(weight => weight.parameter.grad is null).Select(weight => weight.name), Is.Empty);
    }

    [Test]
    public void The_perceptron_is_as_deep_and_wide_as_its_option_says()
    {
        using var backbone = _plugin.Backbone("mlp", size: 7, ("hidden", new[] { 64, 32 }));
        var shapes = backbone.named_parameters()
            .Where(weight => weight.name.EndsWith("weight", StringComparison.Ordinal))
            .Select(weight => weight.parameter.shape);
        Assert.That(shapes, Is.EqualTo(new[] { [64, 7], [32, 64], new long[] { 512, 32 } }));
    }

    [Test]
    public void Dropout_acts_in_training_only()
    {
        using var scope = torch.NewDisposeScope();
        using var backbone = _plugin.Backbone("mlp", size: 7, ("dropout", 0.5));
        var (batch, lengths) = (torch.randn(2, 1, 7), torch.ones(2, torch.int64));
        var trained = backbone.forward(batch, lengths).sub(backbone.forward(batch, lengths)).abs().sum().ToSingle();
        backbone.eval();
        var evaluated = backbone.forward(batch, lengths).sub(backbone.forward(batch, lengths)).abs().sum().ToSingle();
        Assert.Multiple(() =>
        {
            Assert.That(trained, Is.Positive);
            Assert.That(evaluated, Is.Zero);
        });
    }
}
