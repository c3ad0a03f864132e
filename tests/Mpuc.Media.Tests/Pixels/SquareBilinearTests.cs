using Mpuc.Media.Pixels;

namespace Mpuc.Media.Tests.Pixels;

[TestFixture]
internal sealed class SquareBilinearTests
{
    private static readonly float[] NoMean = [0, 0, 0];

    [Test]
    public void A_square_of_its_own_size_is_copied()
    {
        byte[] picture = [255, 0, 51, 102, 153, 204, 0, 255, 51, 51, 51, 51];

        Assert.That(Resample(picture, 2, 2, 2), Is.EqualTo(picture.Select(value => value / 255f)).Within(1e-6));
    }

    [Test]
    public void Upper_left_corners_coincide()
    {
        // Twice as large: between 0 and 100 lies 50, and what lies beyond the last pixel repeats it.
        byte[] picture = [0, 0, 0, 100, 100, 100, 0, 0, 0, 100, 100, 100];

        Assert.That(
            Resample(picture, 2, 2, 4).Take(12).Where((_, i) => i % 3 == 0).Select(value => value * 255),
            Is.EqualTo(new[] { 0, 50, 100, 100 }).Within(1e-3));
    }

    [Test]
    public void A_wide_picture_is_padded_below_and_a_tall_one_at_its_right()
    {
        byte[] white = [255, 255, 255, 255, 255, 255];

        Assert.That(Resample(white, 2, 1, 2).Where((_, i) => i % 3 == 0), Is.EqualTo(new[] { 1, 1, 0, 0 }));
        Assert.That(Resample(white, 1, 2, 2).Where((_, i) => i % 3 == 0), Is.EqualTo(new[] { 1, 0, 1, 0 }));
    }

    [Test]
    public void The_mean_is_subtracted_before_the_division()
    {
        var target = new float[3];

        SquareBilinear.Resample([100, 100, 100], 1, 1, 1, [10, 20, 151], target);

        Assert.That(target, Is.EqualTo(new[] { 90 / 255f, 80 / 255f, -51 / 255f }).Within(1e-6));
    }

    private static float[] Resample(byte[] picture, int width, int height, int side)
    {
        var target = new float[3 * side * side];
        SquareBilinear.Resample(picture, width, height, side, NoMean, target);
        return target;
    }
}
