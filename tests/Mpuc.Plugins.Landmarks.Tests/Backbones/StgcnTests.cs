using Mpuc.Plugins.Landmarks.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Tests.Backbones;

[TestFixture]
internal sealed class StgcnTests
{
    [TestCase(10)]
    [TestCase(1)]
    public void A_window_of_fewer_than_11_frames_is_refused_with_the_setting_to_change(int frames) => Assert.That(
        () => new Stgcn(new BackboneContext([51, 2], frames), new OptionValues(StgcnOptions.Schema)),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"A window has {frames} frames of landmarks, but 'stgcn' needs at least 11, because its five convolutions over time take "
                + "two frames each; "
            + "raise 'window.seconds', or choose the backbone 'tcn'."));

    [Test]
    public void A_window_of_11_frames_is_enough()
    {
        using var scope = NewDisposeScope();
        using var network = new Stgcn(new BackboneContext([51, 2], 11), new OptionValues(StgcnOptions.Schema));

        Assert.That(network.call(rand(2, 11, 51, 2), tensor(new long[] { 11, 3 })).shape, Is.EqualTo(new long[] { 2, 512 }));
    }

    [Test]
    public void Frames_of_other_points_are_refused() => Assert.That(
        () => new Stgcn(new BackboneContext([68, 2], 90), new OptionValues(StgcnOptions.Schema)),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("'stgcn' reads frames of 51 points, not of [68, 2]."));

    [Test]
    public void The_gated_convolution_equals_its_three_convolutions_one_by_one()
    {
        using var scope = NewDisposeScope();
        using var layer = new GatedTemporalConvolution(5, 7);
        layer.to(ScalarType.Float64);
        var state = layer.state_dict();
        var values = randn([2, 51, 9, 5], ScalarType.Float64);
        Tensor Convolve(string name) => nn.functional.conv2d(values.permute(0, 3, 1, 2), state[$"{name}.weight"], state[$"{name}.bias"]);

        var expected = (Convolve("a") + Convolve("b").sigmoid() + Convolve("c")).relu().permute(0, 2, 3, 1);

        Assert.That((layer.call(values) - expected).abs().max().item<double>(), Is.LessThan(1e-12));
    }

    [Test]
    public void An_even_kernel_of_the_light_network_is_refused() => Assert.That(
        () => TcnOptions.From(new OptionValues(TcnOptions.Schema, new Dictionary<string, object> { ["kernelSize"] = 4 })),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("'kernelSize' is 4; it must be odd, so that a kernel has a middle frame."));
}
