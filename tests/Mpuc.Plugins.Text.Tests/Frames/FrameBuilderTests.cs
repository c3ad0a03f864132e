using Mpuc.Plugins.Text.Frames;
using Mpuc.Plugins.Text.Tests.Vectors;
using Mpuc.Plugins.Text.Vectors;
using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Frames;

/// <summary>Words a, b and c have the vectors 1, 10 and 100; the mean is 37.</summary>
[TestFixture]
internal sealed class FrameBuilderTests
{
    private TemporaryFolder _folder = null!;
    private WordVectors _vectors = null!;

    [OneTimeSetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _vectors = Indexed.Vectors(_folder.Write("vectors.txt", "a 1\nb 10\nc 100\n"));
    }

    [OneTimeTearDown]
    public void TearDown()
    {
        _vectors.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_frame_has_the_vector_of_the_word_in_it_and_zeros_for_silence() =>
        Assert.That(Seconds(10, 0.6, ("a", 0.1, 0.2), ("b", 0.3, 0.5)), Is.EqualTo(new float[] { 0, 1, 0, 10, 10, 0 }));

    [Test]
    public void Words_in_one_frame_are_averaged_by_their_time_in_it()
    {
        var frames = Seconds(1, 2, ("a", 0, 0.75), ("b", 0.75, 1.5));

        Assert.That(frames[0], Is.EqualTo(3.25).Within(1e-6));
        Assert.That(frames[1], Is.EqualTo(10).Within(1e-6));
    }

    [Test]
    public void Silence_in_a_frame_does_not_weaken_the_words_in_it() =>
        Assert.That(Seconds(1, 1, ("b", 0.4, 0.6)), Is.EqualTo(new float[] { 10 }));

    [Test]
    public void No_short_word_is_lost_and_none_without_duration() =>
        Assert.That(Seconds(2, 2, ("a", 0.2, 0.21), ("b", 0.5, 0.5), ("c", 2, 2)), Is.EqualTo(new float[] { 1, 10, 0, 100 }).Within(1e-4));

    [Test]
    public void Words_that_end_with_a_frame_stay_out_of_the_next()
    {
        // 0.3 and 0.6 are not exactly representable, nor are their multiples by 10.
        var frames = Seconds(10, 0.9, ("a", 0, 0.3), ("b", 0.3, 0.6), ("c", 0.6, 0.3 * 3));

        Assert.That(frames, Is.EqualTo(new float[] { 1, 1, 1, 10, 10, 10, 100, 100, 100 }).Within(1e-3));
    }

    [TestCase(0.95, 10)]
    [TestCase(1.0, 10)]
    [TestCase(1.01, 11)]
    [TestCase(0.0, 1)]
    public void The_last_frame_may_be_partly_behind_the_end(double duration, int frames) =>
        Assert.That(Seconds(10, duration), Has.Length.EqualTo(frames));

    [Test]
    public void Overlapping_speakers_are_averaged() => Assert.That(Seconds(1, 1, ("a", 0, 1), ("c", 0, 1)), Is.EqualTo(new[] { 50.5f }));

    [Test]
    public void The_pieces_of_a_word_share_its_time() => Assert.That(Seconds(1, 2, ("a-b", 0, 2)), Is.EqualTo(new float[] { 1, 10 }));

    [TestCase("Skip", 1f, 0f)]
    [TestCase("Zero", 0.5f, 0f)]
    [TestCase("Mean", 19f, 37f)]
    public void Over_time_an_unknown_word_is_silence_or_zeros_or_the_mean(string unknown, float half, float whole)
    {
        var options = new FrameOptions { FrameRate = 1, Unknown = Enum.Parse<UnknownWords>(unknown) };

        Assert.That(Build(options, 2, ("a", 0, 0.5), ("xyz", 0.5, 2)), Is.EqualTo(new[] { half, whole }));
    }

    [TestCase("Skip", new[] { 1f, 10f, 100f })]
    [TestCase("Zero", new[] { 1f, 0f, 10f, 0f, 100f })]
    [TestCase("Mean", new[] { 1f, 37f, 10f, 37f, 100f })]
    public void On_the_axis_of_words_each_has_one_frame_whenever_it_is_spoken(string unknown, float[] expected)
    {
        var options = new FrameOptions { TimeAxis = TimeAxis.Words, Unknown = Enum.Parse<UnknownWords>(unknown) };

        Assert.That(Build(options, 60, ("a", 0, 0.1), ("xyz", 5, 6), ("b-xyz", 10, 20), ("c", 50, 50)), Is.EqualTo(expected));
    }

    [TestCase("Words")]
    [TestCase("Seconds")]
    public void Where_no_word_is_known_there_is_still_a_frame(string axis)
    {
        var options = new FrameOptions { TimeAxis = Enum.Parse<TimeAxis>(axis), FrameRate = 1 };

        Assert.That(Build(options, 1, ("xyz", 0, 1)), Is.EqualTo(new[] { 0f }));
        Assert.That(Build(options, 0), Is.EqualTo(new[] { 0f }));
    }

    [Test]
    public void More_frames_than_an_array_can_hold_are_refused()
    {
        using var wide = Indexed.Vectors(_folder.Write("wide.txt", "a " + string.Join(' ', Enumerable.Repeat("1", 65_536))));
        var builder = new FrameBuilder(wide, new FrameOptions { FrameRate = 100 });

        Assert.That(
            () => builder.Build(new SpokenText([], 3600)),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "360000 frames of 65536 numbers are more than fit into memory; lower 'frameRate' or 'maxSeconds'."));
    }

    private float[] Seconds(double frameRate, double duration, params (string Word, double Start, double End)[] words) =>
        Build(new FrameOptions { FrameRate = frameRate }, duration, words);

    private float[] Build(FrameOptions options, double duration, params (string Word, double Start, double End)[] words)
    {
        var lookup = new WordLookup(_vectors);
        using var frames = new FrameBuilder(_vectors, options).Build(new SpokenText(
            [.. words.Select(word => new SpokenWord(new Token(word.Word), word.Start, word.End, lookup.Find(word.Word)))], duration));
        Assert.That(frames.shape[1], Is.EqualTo(1));
        return frames.data<float>().ToArray();
    }
}
