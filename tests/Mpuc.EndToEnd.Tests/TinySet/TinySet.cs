using System.Globalization;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>
/// A data set of 24 recordings by three speakers in two classes, which a tone's pitch and a vector tell apart, with a manifest and a
/// configuration. The modalities' names, <c>voice</c> and <c>face</c>, are none that any plugin or data set knows.
/// </summary>
internal sealed class TinySet : IDisposable
{
    private static readonly string[] Speakers = ["ann", "ben", "cat"];

    private readonly Scratch _scratch = new();

    public TinySet()
    {
        var (manifest, table) = (new List<string> { "id,group,mood,source.audio,source.vectors" }, new List<string> { "id,x,y" });
        foreach (var (index, speaker) in Enumerable.Range(0, 8).SelectMany(_ => Speakers).Index())
        {
            var (id, isHigh) = (string.Create(CultureInfo.InvariantCulture, $"{speaker}-{index / 3}"), index / 3 % 2 == 1);
            File.WriteAllBytes(_scratch[id + ".wav"], WaveFile.Tone(isHigh ? 1200 : 300, seconds: 0.6));
            manifest.Add($"{id},{speaker},{(isHigh ? "cheerful" : "calm")},{id}.wav,table.csv#{id}");
            table.Add(string.Create(CultureInfo.InvariantCulture, $"{id},{(isHigh ? 1 : -1) + (0.01 * index)},{index % 5}"));
        }

        Manifest = _scratch.Write("manifest.csv", string.Join('\n', manifest) + "\n");
        Table = _scratch.Write("table.csv", string.Join('\n', table) + "\n");
        Configuration = Configure();
    }

    public string Manifest { get; }

    public string Table { get; }

    public string Configuration { get; private set; }

    public string Output => _scratch["run"];

    public string this[string name] => _scratch[name];

    /// <summary>Trains for one epoch.</summary>
    public ProgramRun Train(params string[] further) => ProgramRun.Of(["train", Configuration, "--output", Output, .. further]);

    /// <summary>Writes the configuration anew with something of it changed.</summary>
    public string Configure(Action<JsonNode>? change = null)
    {
        var json = JsonNode.Parse(
            """
            {
              "data": {
                "kind": "manifest", "root": "manifest.csv", "label": "mood", "cache": "cache",
                "window": { "seconds": 0.5, "views": 2 },
                "split": { "by": "group", "test": ["cat"] }
              },
              "modalities": {
                "voice": { "kind": "audio", "source": "audio", "options": { "bands": 16 } },
                "face": { "kind": "vectors", "source": "vectors" }
              },
              "training": { "epochs": 1, "batchSize": 8 }
            }
            """)!;
        change?.Invoke(json);
        return Configuration = _scratch.Write("config.json", json.ToJsonString(new() { WriteIndented = true }));
    }

    public void Dispose() => _scratch.Dispose();
}
