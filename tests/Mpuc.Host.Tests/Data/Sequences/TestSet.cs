using System.Globalization;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Data.Sequences;

/// <summary>A small data set on disk with modalities that read it, and a cache of its own.</summary>
internal sealed class TestSet : IDisposable
{
    private static readonly PluginIdentity Plugin = new("test.plugin", "1.0.0", new string('a', 64));

    private readonly TemporaryFolder _folder = new();

    public DataOptions Options => new() { Cache = _folder.File("cache"), Workers = 2 };

    public string CacheFolder => _folder.File("cache");

    public static Modality Modality(
        string name,
        IModalityEncoder encoder,
        Normalization normalization = Normalization.None,
        string? table = null,
        PluginIdentity? plugin = null,
        bool allowsUnreadable = false) => new(
        new ModalitySettings
        {
            Name = name,
            Kind = "numbers",
            Source = name,
            Table = table,
            Normalization = normalization,
            AllowsUnreadable = allowsUnreadable,
            Options = new OptionValues(OptionSchema.Empty),
            Backbone = "none",
            BackboneOptions = new OptionValues(OptionSchema.Empty),
        },
        encoder,
        plugin ?? Plugin,
        plugin ?? Plugin,
        _ => throw new InvalidOperationException("These tests need no backbone."));

    /// <summary>Writes one source of one recording; frames have spaces between their numbers.</summary>
    public string Write(string id, string source, params string[] frames)
    {
        var path = _folder.File($"{id}.{source}");
        File.WriteAllLines(path, frames);
        return path;
    }

    /// <summary>Describes a recording with those of its sources that were written.</summary>
    public UnlabelledRecording Recording(string id, string group = "", params string[] sources) => new(
        id, group, sources.ToDictionary(source => source, source => new ModalitySource(_folder.File($"{id}.{source}"))));

    /// <summary>Writes a source whose frames count up from a number, one value per frame.</summary>
    public void WriteCounting(string id, string source, int frames, int from = 0) =>
        Write(id, source, [.. Enumerable.Range(from, frames).Select(number => number.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>
    /// Writes recordings r0, r1, ... of the modality x with five frames each, which count up from ten times the recording's number.
    /// </summary>
    public List<UnlabelledRecording> CountingRecordings(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        WriteCounting($"r{i}", "x", 5, 10 * i);
        return Recording($"r{i}", "g", "x");
    })];

    public EncoderStageData Stage(IEnumerable<UnlabelledRecording> training, params IEnumerable<UnlabelledRecording> validation) =>
        EncoderStageData.From(new DataSplit
    {
        Training = [.. training.Select(Labelled)], Validation = [.. validation.Select(Labelled)], Test = [],
    });

    public void Dispose() => _folder.Dispose();

    private static Recording Labelled(UnlabelledRecording recording) =>
        new() { Id = recording.Id, Group = recording.Group, Sources = recording.Sources };
}
