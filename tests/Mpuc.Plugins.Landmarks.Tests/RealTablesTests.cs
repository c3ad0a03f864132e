using TorchSharp;

namespace Mpuc.Plugins.Landmarks.Tests;

/// <summary>A table of a RAVDESS video, where the data sets are there.</summary>
[TestFixture]
internal sealed class RealTablesTests
{
    [Test]
    public async Task Two_frames_of_a_RAVDESS_table_become_an_upright_face()
    {
        using var scope = torch.NewDisposeScope();
        using var encoder = new EncoderUnderTest();

        using var sequence = await encoder.Encoder.ReadAsync(
            new ModalitySource(TestData.Shared("openface", "ravdess-two-frames.csv")), CancellationToken.None);

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 2, 51, 2 }));
        var y = sequence.Values[0, torch.TensorIndex.Ellipsis, 1];
        double MeanY(int first, int count) => y.narrow(0, first, count).mean().item<float>();
        Assert.That(MeanY(0, 10), Is.LessThan(MeanY(19, 12)), "brows above eyes");
        Assert.That(MeanY(19, 12), Is.LessThan(MeanY(14, 5)), "eyes above the nose's lower edge");
        Assert.That(MeanY(14, 5), Is.LessThan(MeanY(31, 20)), "nose above the lips");
    }

    [Test]
    public void The_full_header_of_RAVDESS_has_all_columns_at_their_places()
    {
        var path = TestData.Shared("openface", "ravdess-facial-tracking-header.csv");

        var columns = Landmarks.Reading.Csv.CsvColumns.Read(File.ReadLines(path).First(), path);

        Assert.That(columns.Count, Is.EqualTo(712));
        Assert.That(columns.TryGetSlot(297, out var slot) ? slot : -1, Is.Zero, "x_0");
        Assert.That(columns.TryGetSlot(365, out slot) ? slot : -1, Is.EqualTo(1), "y_0");
    }
}
