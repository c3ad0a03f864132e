using Mpuc.Plugins.Landmarks.Tests.Reading;
using TorchSharp;

namespace Mpuc.Plugins.Landmarks.Tests;

[TestFixture]
internal sealed class LandmarksEncoderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task A_table_becomes_frames_of_51_points_between_0_and_1()
    {
        using var sequence = await ReadAsync(TrackingTable.Of(100));

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 100, 51, 2 }));
        Assert.That(sequence.Values.dtype, Is.EqualTo(torch.ScalarType.Float32));
        Assert.That(sequence.FrameRate, Is.EqualTo(30));
        Assert.That(sequence.Values.min().item<float>(), Is.Zero);
        Assert.That(sequence.Values.max().item<float>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_frame_rate_can_be_asked_for()
    {
        using var sequence = await ReadAsync(TrackingTable.Of(91), ("frameRate", 10.0));

        Assert.That(sequence.Length, Is.EqualTo(31));
        Assert.That(sequence.FrameRate, Is.EqualTo(10));
    }

    [Test]
    public async Task A_table_of_one_row_is_a_sequence_of_one_frame()
    {
        using var sequence = await ReadAsync(TrackingTable.Of(1));

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 1, 51, 2 }));
    }

    [Test]
    public async Task The_least_confidence_is_an_option()
    {
        var table = TrackingTable.Of(10).Set(4, "confidence", 0.6).Set(4, "x_20", 9999);

        using var strict = await ReadAsync(table, ("minConfidence", 0.7));
        using var lenient = await ReadAsync(table);

        Assert.That(strict.Values[4, 3, 0].item<float>(), Is.LessThan(0.5));
        Assert.That(lenient.Values[4, 3, 0].item<float>(), Is.EqualTo(1));
    }

    [Test]
    public void A_missing_file_a_row_and_a_folder_are_refused()
    {
        using var encoder = new EncoderUnderTest();
        var missing = Path.Combine(_folder.Path, "b.csv");

        Assert.That(
            () => encoder.Encoder.ReadAsync(new ModalitySource(missing), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"The recording '{missing}' does not exist."));
        Assert.That(
            () => encoder.Encoder.ReadAsync(new ModalitySource(missing) { Key = "r1" }, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"A recording of landmarks is a whole file or a span of one, not the row 'r1' of the table '{missing}'."));
    }

    private async Task<ModalitySequence> ReadAsync(TrackingTable table, params (string Name, object Value)[] set)
    {
        using var encoder = new EncoderUnderTest(set);
        return await encoder.Encoder.ReadAsync(new ModalitySource(_folder.Write("a.csv", table.ToString())), CancellationToken.None);
    }
}
