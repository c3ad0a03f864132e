using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Data.Cache;

namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>
/// Writes a synthetic set as files that any user could have: <c>manifest.csv</c>, <c>audio/ID.wav</c>, <c>vectors.csv</c>; besides, the
/// known answer: <c>factors.csv</c> with each recording's factors and <c>answer.json</c> with the options and the oracle's accuracies.
/// </summary>
internal static class SyntheticWriter
{
    /// <summary>The manifest's name.</summary>
    public const string Manifest = "manifest.csv";

    /// <summary>Writes a set.</summary>
    /// <param name="folder">An empty folder.</param>
    public static void Write(string folder, SyntheticOptions options, JsonObject identity, int workers)
    {
        var recordings = SyntheticRecording.Draw(options);
        var vectors = new SyntheticVectors(options);
        SyntheticSpeaker[] speakers = [.. Enumerable.Range(0, options.Speakers).Select(number => SyntheticSpeaker.Draw(options, number))];
        Directory.CreateDirectory(Path.Combine(folder, "audio"));
        Parallel.ForEach(recordings, new ParallelOptions { MaxDegreeOfParallelism = workers }, recording =>
        {
            var samples = SyntheticVoice.Render(options, recording, speakers[recording.Speaker]);
            WaveFile.Write(Path.Combine(folder, AudioOf(recording)), samples, SyntheticVoice.SampleRate);
        });
        WriteTable(
            folder,
            "vectors.csv",
            ["id", .. Names("v", SyntheticVectors.Size(options))],
            recordings.Select(recording => (string[])[recording.Id, .. Numbers(vectors.Render(recording))]));
        WriteTable(
            folder,
            Manifest,
            ["id", "group", "split", "source.audio", "source.vectors", "class", "trueClass"],
            recordings.Select(recording => new[]
            {
                recording.Id,
                $"speaker{recording.Speaker + 1:00}",
                recording.IsTest ? "test" : "train",
                AudioOf(recording),
                $"vectors.csv#{recording.Id}",
                recording.IsLabelled ? ClassOf(recording) : string.Empty,
                ClassOf(recording),
            }));
        WriteTable(
            folder,
            "factors.csv",
            ["id", .. Names("latent", options.Classes), .. Names("voice", options.Classes), .. Names("vector", options.Classes)],
            recordings.Select(recording => (string[])
                [recording.Id, .. Numbers(recording.Latent), .. Numbers(recording.Voice), .. Numbers(recording.Vector)]));
        File.WriteAllText(Path.Combine(folder, SyntheticSets.Answer), new JsonObject
        {
            ["made"] = identity,
            ["accuracy"] = ToJson(SyntheticOracle.Measure(options, recordings)),
            ["testAccuracy"] = ToJson(SyntheticOracle.Measure(options, [.. recordings.Where(recording => recording.IsTest)])),
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private static string AudioOf(SyntheticRecording recording) => $"audio/{recording.Id}.wav";

    private static string ClassOf(SyntheticRecording recording) => $"class{recording.Class + 1}";

    private static IEnumerable<string> Names(string prefix, int count) => Enumerable.Range(1, count).Select(number => $"{prefix}{number}");

    private static IEnumerable<string> Numbers(IEnumerable<double> numbers) =>
        numbers.Select(number => number.ToString("0.#####", CultureInfo.InvariantCulture));

    private static void WriteTable(string folder, string name, IEnumerable<string> columns, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, name), text.ToString());
    }

    private static JsonObject ToJson(SyntheticOracle oracle) => new()
    {
        ["latent"] = oracle.Latent, ["voice"] = oracle.Voice, ["vector"] = oracle.Vector, ["both"] = oracle.Both,
    };
}
