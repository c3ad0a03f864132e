using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

public class ProjectionHeadTests
{
    [TestCase(ProjectionKind.Mlp, 8, "fc1.weight,fc1.bias,fc2.weight,fc2.bias")]
    [TestCase(ProjectionKind.Linear, 8, "fc1.weight,fc1.bias")]
    [TestCase(ProjectionKind.None, 512, "")]
    public void A_head_has_the_layers_of_its_kind(ProjectionKind kind, int size, string weights)
    {
        using var scope = NewDisposeScope();
        using var head = new ProjectionHead(new ProjectionOptions { Kind = kind, Hidden = 16, Size = 8 });

        Assert.That(head.forward(ones(3, 512)).shape, Is.EqualTo(new long[] { 3, size }));
        Assert.That(string.Join(',', head.named_parameters().Select(parameter => parameter.name)), Is.EqualTo(weights));
    }

    [Test]
    public void A_linear_head_is_one_layer_without_activation()
    {
        using var scope = NewDisposeScope();
        using var head = new ProjectionHead(new ProjectionOptions { Kind = ProjectionKind.Linear, Size = 4 });
        var (input, bias) = (randn(2, 512), head.forward(zeros(2, 512)));

        Assert.That((head.forward(-input) - bias + (head.forward(input) - bias)).abs().max().item<float>(), Is.LessThan(1e-4));
    }

    [Test]
    public void Models_with_other_heads_have_other_identities_and_the_papers_keeps_its_own()
    {
        var modalities = new FakeModalities();
        var papers = ModelIdentity.Of(modalities.Modalities, modalities.Contexts, new ProjectionOptions());
        var linear = ModelIdentity.Of(modalities.Modalities, modalities.Contexts, new ProjectionOptions { Kind = ProjectionKind.Linear });

        Assert.That(papers.ToJson(), Does.Not.Contain("projection.kind"));
        Assert.That(papers.DifferenceFrom(linear), Does.Contain("'projection.kind' is missing, expected is 'Linear'"));
    }
}
