using Mpuc.Media.Pixels;
using TorchSharp;

namespace Mpuc.Media.Tests.Pixels;

[TestFixture]
internal sealed class SummedAreaTests
{
    private const int Width = 37;
    private const int Height = 29;

    private readonly byte[] _picture = new byte[3 * Width * Height];
    private readonly SummedArea _sums = new();

    [OneTimeSetUp]
    public void Load()
    {
        new Random(1).NextBytes(_picture);

        // A larger picture before shows that the table starts afresh.
        var larger = new byte[3 * 50 * 50];
        Array.Fill(larger, (byte)255);
        _sums.Load(larger, 50, 50);
        _sums.Load(_picture, Width, Height);
    }

    [TestCase(0, 0, Width, Height, 12, 12)]
    [TestCase(0, 0, Width, Height, 26, 21)]
    [TestCase(5, 3, 24, 24, 24, 24)]
    [TestCase(5, 3, 7, 11, 24, 24)]
    [TestCase(36, 28, 1, 1, 24, 24)]
    [TestCase(1, 0, 36, 29, 1, 1)]
    public void Resampling_is_adaptive_average_pooling(int left, int top, int width, int height, int outWidth, int outHeight)
    {
        var target = new float[3 * outWidth * outHeight];

        _sums.Resample(left, top, width, height, outWidth, outHeight, target);

        using var pixels = torch.tensor(_picture).view(Height, Width, 3).permute(2, 0, 1).to_type(torch.ScalarType.Float32);
        var part = pixels.narrow(1, top, height).narrow(2, left, width).unsqueeze(0);
        var expected = (torch.nn.functional.adaptive_avg_pool2d(part, [outHeight, outWidth]) - 127.5) / 128;
        Assert.That(target, Is.EqualTo(expected[0].permute(1, 2, 0).contiguous().data<float>().ToArray()).Within(1e-6));
    }

    [Test]
    public void The_sums_of_a_large_white_picture_do_not_overflow()
    {
        const int Side = 4000;
        var white = new byte[3 * Side * Side];
        Array.Fill(white, (byte)255);
        var sums = new SummedArea();
        sums.Load(white, Side, Side);
        var target = new float[3 * 4];

        sums.Resample(0, 0, Side, Side, 2, 2, target);

        Assert.That(target, Is.All.EqualTo((255 - 127.5) / 128).Within(1e-6));
    }
}
