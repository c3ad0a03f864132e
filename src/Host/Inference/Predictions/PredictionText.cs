using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Mpuc.Host.Inference.Predictions;

/// <summary>Predictions as JSON Lines, CSV and tables.</summary>
internal static class PredictionText
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] WindowColumns = ["id", "start", "end", "top"];

    private static readonly string[] RecordingColumns = ["id", "modalities", "top"];

    /// <summary>A value as one line of JSON, in camel case.</summary>
    /// <typeparam name="T">One of the host's own types.</typeparam>
    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, Line);

    /// <summary>
    /// Writes CSV: a row a recording with <c>id, modalities, top, p.CLASS..., contribution.MODALITY...</c>, or, with a timeline, a row a
    /// window with <c>id, start, end, top, p.CLASS...</c>.
    /// </summary>
    public static void WriteCsv(Stream output, MpucModel model, IEnumerable<Prediction> predictions, bool timeline) => CsvRows.Write(
        output,
        (timeline ? WindowColumns : RecordingColumns)
            .Concat(model.Classes.Select(name => "p." + name)).Concat(
                timeline ? [] : model.Modalities.Select(name => "contribution." + name)),
        predictions.SelectMany(prediction =>
            timeline ? prediction.Timeline.Select(window => Cells(prediction, window)) : [Cells(prediction, model)]));

    /// <summary>Writes a table for people, a line a recording, and beneath each its windows where there are some.</summary>
    /// <param name="console">Where to.</param>
    public static void WriteTable(IAnsiConsole console, IEnumerable<Prediction> predictions)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("recording", "class")
            .AddColumn("%", column => column.RightAligned())
            .AddColumns("next", "from", "contributions");
        foreach (var prediction in predictions)
        {
            var ranked = prediction.Probabilities.OrderByDescending(pair => pair.Value).ToList();
            table.AddRow([.. new[]
            {
                prediction.Id,
                prediction.Top,
                Percent(ranked[0].Value),
                ranked.Count > 1 ? $"{ranked[1].Key} {Percent(ranked[1].Value)}" : string.Empty,
                string.Join(" + ", prediction.Modalities),
                string.Join(
                    ", ",
                    prediction.Contributions.Select(pair =>
                        string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:+0.00;-0.00}"))),
            }.Select(Markup.Escape)]);
            foreach (var window in prediction.Timeline)
            {
                table.AddRow([.. new[]
                {
                    string.Create(CultureInfo.InvariantCulture, $"  {window.Start:0.00} to {window.End:0.00} s"),
                    window.Top, Percent(window.Probabilities[window.Top]), string.Empty, string.Empty, string.Empty,
                }.Select(Markup.Escape)]);
            }
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private static IEnumerable<string> Cells(Prediction prediction, WindowPrediction window) =>
        new[] { prediction.Id, CsvRows.Number(window.Start), CsvRows.Number(window.End), window.Top }
            .Concat(window.Probabilities.Values.Select(CsvRows.Number));

    private static IEnumerable<string> Cells(Prediction prediction, MpucModel model) =>
        new[] { prediction.Id, string.Join('+', prediction.Modalities), prediction.Top }
            .Concat(prediction.Probabilities.Values.Select(CsvRows.Number))
            .Concat(
                model.Modalities.Select(name =>
                    prediction.Contributions.TryGetValue(name, out var value) ? CsvRows.Number(value) : string.Empty));

    private static string Percent(double value) => (100 * value).ToString("0.0", CultureInfo.InvariantCulture);
}
