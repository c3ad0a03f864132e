using Mpuc;

namespace Samples.Vectors.Tests;

/// <summary>Vectors with times, which the host reads.</summary>
public sealed class TimedVectorsTests
{
    private readonly VectorsUnderTest _plugin = new();

    [OneTimeTearDown]
    public void Dispose() => _plugin.Dispose();

    [Test]
    public async Task A_frame_is_the_mean_of_what_falls_into_it_by_its_time_in_it()
    {
        _plugin.Timed.Set(2, (0, 0.25, 4, 1), (0.25, 1, 8, 1), (1, 1.5, 2, 3), (1.5, 2, 6, 5));
        using var sequence = await Read(("frameRate", 1.0));
        Assert.Multiple(() =>
        {
            Assert.That(sequence.FrameRate, Is.EqualTo(1));
            Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 2, 2 }));
            Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 7, 1, 4, 4 }).Within(1e-6));
        });
    }

    [Test]
    public async Task Frames_shorter_than_an_entry_repeat_it()
    {
        _plugin.Timed.Set(1, (0, 0.5, 1, 10), (0.5, 1, 2, 20));
        using var sequence = await Read(("frameRate", 4.0));
        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 1, 10, 1, 10, 2, 20, 2, 20 }).Within(1e-6));
    }

    [Test]
    public async Task Entries_without_a_length_or_beyond_the_borders_count_in_the_nearest_frame()
    {
        _plugin.Timed.Set(1, (-0.2, 0.1, 3, 3), (0.75, 0.75, 5, 5), (0.9, 1.4, 5, 5));
        using var sequence = await Read(("frameRate", 2.0));
        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 3, 3, 5, 5 }).Within(1e-6));
    }

    [Test]
    public async Task Without_a_frame_rate_the_mean_over_the_recording_is_its_vector()
    {
        _plugin.Timed.Set(4, (0, 1, 1, 10), (1, 4, 5, 30));
        using var sequence = await Read();
        Assert.Multiple(() =>
        {
            Assert.That(sequence.FrameRate, Is.Zero);
            Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 4, 25 }).Within(1e-6));
        });
    }

    [Test]
    public async Task Numbers_that_are_not_finite_are_left_out_of_a_frame_and_its_mean_needs_none_of_them()
    {
        _plugin.Timed.Set(1, (0, 0.5, float.NegativeInfinity, 1), (0.5, 1, 6, float.NaN));
        using var sequence = await Read(("frameRate", 1.0));
        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 6, 1 }));
    }

    [Test]
    public async Task A_frame_without_a_number_takes_the_training_mean()
    {
        var encoder = _plugin.Encoder(("frameRate", 1.0), ("missing", "mean"));
        _plugin.Timed.Set(3, (0, 1, 1, 10), (1, 2, 3, float.NaN));
        using var sequence = await encoder.ReadAsync(TimedRecording.Source, CancellationToken.None);
        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 3, 2, 2 }));
        encoder.Fit([sequence]);
        using var transformed = encoder.Transform(sequence);
        Assert.Multiple(() =>
        {
            Assert.That(transformed.FrameRate, Is.EqualTo(1));
            Assert.That(transformed.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 1, 10, 3, 10, 2, 10 }));
        });
    }

    [Test]
    public void A_frame_without_a_number_is_refused_with_its_place_where_nothing_may_be_missing()
    {
        _plugin.Timed.Set(2, (0, 1, 1, float.NegativeInfinity), (1, 2, 1, 1));
        Assert.That(
            () => Read(("frameRate", 1.0)),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "'/data/covarep.csd', abc: frame 0 has no finite number 2 (COVAREP); set the option 'missing' to 'mean'."));
    }

    [Test]
    public async Task Columns_are_chosen_by_the_names_that_the_file_gives()
    {
        _plugin.Timed.Set(1, (0, 1, 1, 2));
        using var sequence = await Read(("columns", new[] { "pi*" }));
        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 2 }));
        Assert.That(
            () => Read(("columns", new[] { "AU*" })),
            Throws.TypeOf<MpucException>().With.Message.Contains("has no column 'AU*', which 'columns' asks for; it has f0, pitch."));
    }

    [Test]
    public void Columns_of_a_file_that_names_none_are_refused()
    {
        _plugin.Timed.Set(1, (0, 1, 1, 2));
        _plugin.Timed.Features = _plugin.Timed.Features! with { Dimensions = null };
        Assert.That(
            () => Read(("columns", new[] { "f0" })), Throws.TypeOf<MpucException>().With.Message.Contains("does not name the 2 numbers"));
    }

    [Test]
    public void Words_are_refused()
    {
        _plugin.Timed.Set(1, (0, 1, 1, 2));
        _plugin.Timed.Features = _plugin.Timed.Features! with { Words = ["so"], Width = 0 };
        Assert.That(() => Read(), Throws.TypeOf<MpucException>().With.Message.Contains("holds words, not numbers"));
    }

    [Test]
    public void A_table_has_no_times_and_so_no_frame_rate()
    {
        using var table = new TableFile("id,x\na,1\n");
        Assert.That(
            () => _plugin.Encoder(("frameRate", 1.0)).ReadAsync(table.Row("a"), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.Contains("'frameRate' must be 0"));
    }

    [Test]
    public async Task Windows_are_cut_from_frames()
    {
        _plugin.Timed.Set(4, (0, 1, 1, 1), (1, 2, 2, 2), (2, 3, 3, 3), (3, 4, 4, 4));
        var encoder = _plugin.Encoder(("frameRate", 1.0));
        using var sequence = await encoder.ReadAsync(TimedRecording.Source, CancellationToken.None);
        using var window = encoder.Window(sequence, new(Start: 1, Duration: 2));
        Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 2, 2, 3, 3 }));
    }

    private async Task<ModalitySequence> Read(params (string Name, object Value)[] options) =>
        await _plugin.Encoder(options).ReadAsync(TimedRecording.Source, CancellationToken.None);
}
