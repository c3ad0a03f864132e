using Mpuc.Plugins.Text.Backbones;

namespace Mpuc.Plugins.Text.Tests.Backbones;

[TestFixture(TextConstants.Transformer)]
[TestFixture(MeanPerceptron.BackboneName)]
internal sealed class BackboneTests(string name) : VectorBackboneTests
{
    protected override int Width => 10;

    protected override Backbone Create() => name == TextConstants.Transformer
        ? new Transformer(
            new BackboneContext([Width], 30),
            new OptionValues(TransformerOptions.Schema, new Dictionary<string, object> { ["layers"] = 2, ["feedForward"] = 16 }))
        : new MeanPerceptron(
            new BackboneContext([Width], 30), new OptionValues(MeanPerceptron.Schema, new Dictionary<string, object> { ["hidden"] = 16 }));
}
