using Mpuc.Plugins.Audio.Backbones;

namespace Mpuc.Plugins.Audio.Tests.Backbones;

[TestFixture(AudioConstants.Tcn)]
[TestFixture(AudioConstants.Conv)]
internal sealed class BackboneTests(string name) : VectorBackboneTests
{
    protected override int Width => 12;

    protected override Backbone Create() => name == AudioConstants.Tcn
        ? new Tcn(
            new BackboneContext([Width], 30),
            new OptionValues(TcnOptions.Schema, new Dictionary<string, object> { ["channels"] = 8, ["hidden"] = 10 }))
        : new ConvNet(
            new BackboneContext([Width], 30), new OptionValues(ConvNetOptions.Schema, new Dictionary<string, object> { ["channels"] = 8 }));
}
