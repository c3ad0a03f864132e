using Mpuc.Plugins.Landmarks.Reading;
using TorchSharp;

namespace Mpuc.Plugins.Landmarks.Tests.Reading;

[TestFixture]
internal sealed class InnerPointsTests
{
    [Test]
    public void The_jaw_is_left_out_and_both_axes_fill_0_to_1_over_the_recording()
    {
        using var scope = torch.NewDisposeScope();
        var frames = Enumerable.Range(0, 4)
            .Select(frame =>
                Enumerable.Range(0, 68)
                    .SelectMany(point => new[] { TrackingTable.X(point, frame), TrackingTable.Y(point, frame) })
                    .ToArray())
            .ToArray();

        var points = InnerPoints.Scale(frames);

        Assert.That(points.shape, Is.EqualTo(new long[] { 4, 51, 2 }));
        for (var frame = 0; frame < 4; frame++)
        {
            for (var point = 0; point < 51; point++)
            {
                // x runs from 117 to 170 over the inner points and frames, y from 231 to 334.
                Assert.That(
                    points[frame, point, 0].item<float>(), Is.EqualTo((TrackingTable.X(point + 17, frame) - 117) / 53).Within(1e-6));
                Assert.That(
                    points[frame, point, 1].item<float>(), Is.EqualTo((TrackingTable.Y(point + 17, frame) - 231) / 103).Within(1e-6));
            }
        }
    }

    [Test]
    public void A_coordinate_that_never_varies_is_0()
    {
        using var points = InnerPoints.Scale([[.. Enumerable.Range(0, 136).Select(index => index % 2 == 0 ? 300f : index)]]);

        Assert.That(points[TorchSharp.torch.TensorIndex.Ellipsis, 0].abs().max().item<float>(), Is.Zero);
        Assert.That(points[TorchSharp.torch.TensorIndex.Ellipsis, 1].max().item<float>(), Is.EqualTo(1));
    }
}
