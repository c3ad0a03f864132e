using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Tests.Data.Sequences;

namespace Mpuc.Host.Tests.Evaluation;

/// <summary>The row "no encoder" of an evaluation.</summary>
public class PooledFramesTests
{
    private TestSet _set = null!;

    [SetUp]
    public void MakeSet() => _set = new TestSet();

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void Over_time_a_modality_is_the_mean_and_the_deviation_of_each_value()
    {
        double[][] frames = [[1, -2], [4, 0.5], [7, 8], [0, 1]];
        _set.Write("r0", "x", [.. frames.Select(frame => FormattableString.Invariant($"{frame[0]} {frame[1]}"))]);

        using var table = Pool(frameRate: 10, With("r0"));

        var means = Enumerable.Range(0, 2).Select(i => frames.Average(frame => frame[i])).ToList();
        var deviations = means.Select((mean, i) => Math.Sqrt(frames.Average(frame => Math.Pow(frame[i] - mean, 2))));
        Assert.That(table.ValuesOf("r0", "x"), Is.EqualTo(means.Concat(deviations)).Within(1e-5));
    }

    [Test]
    public void One_frame_over_time_does_not_deviate()
    {
        _set.Write("r0", "x", "3 5");

        using var table = Pool(frameRate: 10, With("r0"));

        Assert.That(table.ValuesOf("r0", "x"), Is.EqualTo(new float[] { 3, 5, 0, 0 }));
    }

    [Test]
    public void Without_a_time_axis_a_modality_is_its_only_frame()
    {
        _set.Write("r0", "x", "4 7");

        using var table = Pool(frameRate: 0, With("r0"));

        Assert.That(table.ValuesOf("r0", "x"), Is.EqualTo(new float[] { 4, 7 }));
    }

    [Test]
    public void A_recording_without_the_modality_is_not_a_number_and_the_others_stay_in_their_rows()
    {
        _set.Write("r1", "x", "1", "3");
        _set.Write("r2", "x", "10", "10");

        using var table = Pool(frameRate: 10, _set.Recording("r0"), With("r1"), With("r2"));

        Assert.That(table.RecordingIds, Is.EqualTo(new[] { "r0", "r1", "r2" }));
        Assert.That(table.ValuesOf("r0", "x"), Is.EqualTo(new[] { float.NaN, float.NaN }));
        Assert.That(table.ValuesOf("r1", "x"), Is.EqualTo(new float[] { 2, 1 }));
        Assert.That(table.ValuesOf("r2", "x"), Is.EqualTo(new float[] { 10, 0 }));
    }

    private FeatureTable Pool(double frameRate, params UnlabelledRecording[] recordings)
    {
        using var store = SequenceStore.ForTraining(
            _set.Stage(recordings), [TestSet.Modality("x", new NumbersEncoder(frameRate))], _set.Options);
        return FeatureExtractor.Pool(recordings, store);
    }

    private UnlabelledRecording With(string id) => _set.Recording(id, "g", "x");
}
