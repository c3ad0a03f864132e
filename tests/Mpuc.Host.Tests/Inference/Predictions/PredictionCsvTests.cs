using System.Globalization;
using Mpuc.Host.Data.Tables;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Predictions;

namespace Mpuc.Host.Tests.Inference.Predictions;

/// <summary>Predictions as a table that other programs read.</summary>
public sealed class PredictionCsvTests
{
    private TemporaryFolder _folder = null!;
    private ToyBundle _bundle = null!;
    private MpucModel _model = null!;

    [OneTimeSetUp]
    public void Open()
    {
        (_folder, _bundle) = (new TemporaryFolder(), new ToyBundle());
        _model = _bundle.Open();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _model.Dispose();
        _bundle.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_recording_is_a_row_whose_numbers_read_back_as_they_were()
    {
        var predictions = new[] { _model.Predict(_bundle.Files(0)), _model.Predict([_bundle.Files(1)[1]]) };

        var table = Write(predictions, timeline: false);

        Assert.That(
            table.Columns,
            Is.EqualTo(new[] { "id", "modalities", "top", "p.calm", "p.cheerful", "contribution.sounds", "contribution.words" }));
        foreach (var (prediction, row) in predictions.Zip(table.Rows))
        {
            Assert.That(row.Cells.Take(3), Is.EqualTo(new[] { prediction.Id, string.Join('+', prediction.Modalities), prediction.Top }));
            Assert.That(row.Cells.Skip(3).Take(2).Select(Number), Is.EqualTo(prediction.Probabilities.Values));
            Assert.That(
                row.Cells.Skip(5),
                Is.EqualTo(
                    _model.Modalities.Select(name =>
                        prediction.Contributions.TryGetValue(name, out var value) ? CsvRows.Number(value) : string.Empty)));
        }

        Assert.That(table.Rows[1].Cells[5], Is.Empty, "a modality that is not there contributes nothing, not zero");
    }

    [Test]
    public void With_a_timeline_a_window_is_a_row()
    {
        var prediction = _model.Predict(_bundle.Files(0), new PredictionOptions { Timeline = true });

        var table = Write([prediction], timeline: true);

        Assert.That(table.Columns, Is.EqualTo(new[] { "id", "start", "end", "top", "p.calm", "p.cheerful" }));
        Assert.That(table.Rows.Single().Cells.Take(4), Is.EqualTo(new[] { "r0", "0", "1", prediction.Top }));
        Assert.That(table.Rows.Single().Cells.Skip(4).Select(Number), Is.EqualTo(prediction.Timeline[0].Probabilities.Values));
    }

    [Test]
    public void Of_no_recording_there_is_a_header() => Assert.That(Write([], timeline: false).Rows, Is.Empty);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private CsvTable Write(IEnumerable<Prediction> predictions, bool timeline)
    {
        using (var stream = File.Create(_folder.File("predictions.csv")))
        {
            PredictionText.WriteCsv(stream, _model, predictions, timeline);
        }

        return CsvTable.Read(_folder.File("predictions.csv"));
    }
}
