using Mpuc.Media.Faces;
using Mpuc.Media.Pixels;
using TorchSharp;

namespace Mpuc.Media.Tests.Pixels;

[TestFixture]
internal sealed class SquareCropTests
{
    private const int Width = 60;
    private const int Height = 40;

    [Test]
    public void Whole_pixels_at_their_own_size_are_copied()
    {
        var picture = Noise();

        var crop = Cut(picture, new FaceBox(7, 5, 23, 21), 16);

        for (var channel = 0; channel < 3; channel++)
        {
            var expected = Enumerable.Range(0, 256).Select(i => (float)picture[(3 * (((5 + (i / 16)) * Width) + 7 + (i % 16))) + channel]);
            Assert.That(crop.Skip(256 * channel).Take(256), Is.EqualTo(expected).Within(1e-3));
        }
    }

    [TestCase(12)]
    [TestCase(30)]
    [TestCase(50)]
    [TestCase(112)]
    public void Resampling_agrees_with_libtorch_away_from_the_crops_edge(int size)
    {
        var picture = Noise();
        var crop = torch.tensor(Cut(picture, new FaceBox(10, 4, 40, 34), size)).view(3, size, size);
        using var pixels = torch.tensor(picture).view(Height, Width, 3).permute(2, 0, 1).to_type(torch.ScalarType.Float32);

        // libtorch sees only the part, so that the outermost pixels, which reach beyond it, differ.
        var expected = torch.nn.functional.interpolate(
            pixels.narrow(1, 4, 30).narrow(2, 10, 30).unsqueeze(0),
            [size, size],
            mode: torch.InterpolationMode.Bilinear,
            align_corners: false,
            antialias: true)[0];

        var edge = Math.Max(1, (size / 30) + 1);
        var inner = size - (2 * edge);
        Assert.That((crop - expected).narrow(1, edge, inner).narrow(2, edge, inner).abs().max().item<float>(), Is.LessThan(0.01));
    }

    [Test]
    public void A_slope_stays_a_slope_at_any_fraction_of_a_pixel()
    {
        var picture = Picture((x, y) => (byte)((2 * x) + y));

        var crop = Cut(picture, new FaceBox(10.25, 8.5, 30.25, 28.5), 20);

        for (var y = 0; y < 20; y++)
        {
            for (var x = 0; x < 20; x++)
            {
                Assert.That(crop[(20 * y) + x], Is.EqualTo((2 * (x + 10.25)) + y + 8.5).Within(1e-3));
            }
        }
    }

    [Test]
    public void Beyond_the_picture_its_edge_is_repeated()
    {
        var picture = Picture((x, _) => (byte)(x == 0 ? 200 : 50));

        var crop = Cut(picture, new FaceBox(-20, 0, 20, 40), 40);

        Assert.That(crop.Take(20), Is.All.EqualTo(200).Within(1e-3));
        Assert.That(crop.Skip(22).Take(18), Is.All.EqualTo(50).Within(1e-3));
    }

    [TestCase(-100, -100)]
    [TestCase(500, 300)]
    public void A_part_far_outside_is_the_nearest_corner(double left, double top)
    {
        var picture = Picture((x, y) => (byte)(x + y));

        var corner = left < 0 ? 0 : Width - 1 + Height - 1;
        Assert.That(Cut(picture, new FaceBox(left, top, left + 10, top + 10), 8), Is.All.EqualTo(corner).Within(1e-3));
    }

    [Test]
    public void A_part_without_extent_is_one_colour() =>
        Assert.That(Cut(Picture((x, y) => (byte)(x + y)), new FaceBox(20.5, 10.5, 20.5, 10.5), 4), Is.All.EqualTo(30).Within(0.01));

    private static float[] Cut(byte[] picture, FaceBox part, int size)
    {
        var crop = new float[3 * size * size];
        SquareCrop.Cut(picture, Width, Height, part, size, crop);
        return crop;
    }

    private static byte[] Noise()
    {
        var picture = new byte[3 * Width * Height];
        new Random(1).NextBytes(picture);
        return picture;
    }

    private static byte[] Picture(Func<int, int, byte> value)
    {
        var picture = new byte[3 * Width * Height];
        for (var i = 0; i < picture.Length; i++)
        {
            var (y, x) = Math.DivRem(i / 3, Width);
            picture[i] = value(x, y);
        }

        return picture;
    }
}
