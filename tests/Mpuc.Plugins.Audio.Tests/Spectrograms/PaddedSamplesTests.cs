using Mpuc.Plugins.Audio.Spectrograms;

namespace Mpuc.Plugins.Audio.Tests.Spectrograms;

[TestFixture]
internal sealed class PaddedSamplesTests
{
    private static readonly float[] Samples = [1, 2, 3, 4, 5];

    [Test]
    public void Zeros_surround_a_recording() =>
        Assert.That(Whole(EdgePadding.Constant, 6), Is.EqualTo(new float[] { 0, 0, 0, 1, 2, 3, 4, 5, 0, 0, 0 }));

    [Test]
    public void A_mirrored_recording_does_not_repeat_its_ends() =>
        Assert.That(Whole(EdgePadding.Reflect, 8), Is.EqualTo(new float[] { 5, 4, 3, 2, 1, 2, 3, 4, 5, 4, 3, 2, 1 }));

    [Test]
    public void An_odd_transform_is_centred_to_the_half_sample_below() =>
        Assert.That(Whole(EdgePadding.Constant, 5), Is.EqualTo(new float[] { 0, 0, 1, 2, 3, 4, 5, 0, 0 }));

    [Test]
    public void Without_padding_a_recording_stays_as_it_is() => Assert.That(Whole(EdgePadding.None, 4), Is.EqualTo(Samples));

    [Test]
    public void A_recording_shorter_than_a_frame_is_filled_up() =>
        Assert.That(Whole(EdgePadding.None, 8), Is.EqualTo(new float[] { 1, 2, 3, 4, 5, 0, 0, 0 }));

    [TestCase(nameof(EdgePadding.Constant), 6)]
    [TestCase(nameof(EdgePadding.Reflect), 8)]
    [TestCase(nameof(EdgePadding.None), 8)]
    public void Every_part_is_that_of_the_whole(string padding, int size)
    {
        var whole = Whole(Enum.Parse<EdgePadding>(padding), size);

        for (var start = 0; start < whole.Length; start++)
        {
            for (var length = 0; start + length <= whole.Length; length++)
            {
                Assert.That(
                    Part(Enum.Parse<EdgePadding>(padding), size, start, length),
                    Is.EqualTo(whole[start..(start + length)]),
                    $"{length} from {start}");
            }
        }
    }

    private static float[] Whole(EdgePadding padding, int size) =>
        Part(padding, size, 0, new PaddedSamples(Samples, Options(padding, size), "samples").Length);

    private static float[] Part(EdgePadding padding, int size, int start, int length)
    {
        float[] part = [.. Enumerable.Repeat(float.NaN, length)];
        new PaddedSamples(Samples, Options(padding, size), "samples").CopyTo(start, part);
        return part;
    }

    private static LogMelOptions Options(EdgePadding padding, int size) => new() { Padding = padding, FftSize = size, WindowSize = size };
}
