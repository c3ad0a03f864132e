using Mpuc.Host.Data.Content;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Data.Sequences;

public class SequenceCacheTests
{
    private static readonly PluginIdentity Plugin = new("a.plugin", "1.0.0", new string('1', 64));

    private static readonly Option<int> Bands = Option.Integer("bands", 80, "Bands.");

    private static readonly Option<string> Vectors = Option.Weights("vectors", "registered", "Word vectors.");

    private static readonly Option<IReadOnlyList<string>> Lists = Option.Paths("lists", [], "Lists of words.");

    private TemporaryFolder _folder = null!;
    private SequenceCache _cache = null!;

    [SetUp]
    public void MakeFiles()
    {
        _folder = new TemporaryFolder();
        File.WriteAllText(_folder.File("a.wav"), "same");
        File.WriteAllText(_folder.File("b.wav"), "same");
        File.WriteAllText(_folder.File("c.wav"), "other");
        _cache = new SequenceCache(_folder.File("cache"), new ContentHashes(_folder.File("cache")));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Everything_that_determines_a_sequence_has_a_part_in_its_name()
    {
        var source = new ModalitySource(_folder.File("a.wav"));
        string[] paths =
        [
            _cache.PathOf(Modality(Plugin), source),
            _cache.PathOf(Modality(Plugin with { Id = "another.plugin" }), source),
            _cache.PathOf(Modality(Plugin with { Version = "1.0.1" }), source),
            _cache.PathOf(Modality(Plugin with { Sha256 = new string('2', 64) }), source),
            _cache.PathOf(Modality(Plugin, kind: "other"), source),
            _cache.PathOf(Modality(Plugin, bands: 128), source),
            _cache.PathOf(Modality(Plugin), source with { Path = _folder.File("c.wav") }),
            _cache.PathOf(Modality(Plugin), source with { Start = 1 }),
            _cache.PathOf(Modality(Plugin), source with { End = 1 }),
            _cache.PathOf(Modality(Plugin), source with { Key = "file" }),
            _cache.PathOf(Modality(Plugin), source with { Key = string.Empty }),
        ];
        Assert.That(paths, Is.Unique);
    }

    [Test]
    public void What_does_not_change_a_sequence_has_none()
    {
        var path = _cache.PathOf(Modality(Plugin), new ModalitySource(_folder.File("a.wav")));
        Assert.That(
            _cache.PathOf(Modality(Plugin), new ModalitySource(_folder.File("b.wav"))),
            Is.EqualTo(path),
            "the same bytes under another name");
        Assert.That(
            _cache.PathOf(Modality(Plugin, name: "voice"), new ModalitySource(_folder.File("a.wav"))),
            Is.EqualTo(path),
            "another name of the modality");
        Assert.That(
            _cache.PathOf(Modality(Plugin, normalization: Normalization.Training), new ModalitySource(_folder.File("a.wav"))),
            Is.EqualTo(path),
            "normalisation comes later");
        Assert.That(
            _cache.PathOf(Modality(Plugin, bands: 80), new ModalitySource(_folder.File("a.wav"))),
            Is.EqualTo(path),
            "a default that is spelled out");
    }

    [TestCase("vectors")]
    [TestCase("lists")]
    public void The_content_of_files_that_options_name_has_a_part_too(string option)
    {
        var (path, source) = (_folder.File("vectors.txt"), new ModalitySource(_folder.File("a.wav")));
        var named = new Dictionary<string, object> { [option] = option == "lists" ? (string[])[path] : path };
        string PathNow() => _cache.PathOf(Modality(Plugin, files: named), source);

        var missing = PathNow();
        File.WriteAllText(path, "the 1 2");
        var first = PathNow();
        File.WriteAllText(path, "the 1 20");

        Assert.That(new[] { missing, first, PathNow() }, Is.Unique);
    }

    [Test]
    public void The_files_of_a_folder_that_an_option_names_have_a_part_by_name_and_content()
    {
        var (folder, source) = (_folder.File("vectors"), new ModalitySource(_folder.File("a.wav")));
        string PathNow() => _cache.PathOf(Modality(Plugin, files: new() { ["vectors"] = folder }), source);
        Directory.CreateDirectory(Path.Combine(folder, "deep"));
        List<string> paths = [PathNow()];
        File.WriteAllText(Path.Combine(folder, "deep", "one.txt"), "1");
        paths.Add(PathNow());
        File.WriteAllText(Path.Combine(folder, "deep", "one.txt"), "22");
        paths.Add(PathNow());
        File.Move(Path.Combine(folder, "deep", "one.txt"), Path.Combine(folder, "one.txt"));
        paths.Add(PathNow());
        Assert.That(paths, Is.Unique);
        Assert.That(PathNow(), Is.EqualTo(paths[^1]));
    }

    [Test]
    public void The_shards_of_a_manifest_that_an_option_names_have_a_part()
    {
        var (manifest, source) = (_folder.File("net-weights_manifest.json"), new ModalitySource(_folder.File("a.wav")));
        string PathNow() => _cache.PathOf(Modality(Plugin, files: new() { ["vectors"] = manifest }), source);
        File.WriteAllText(manifest, """[{"paths":["net.bin"],"weights":[{"name":"a","shape":[1],"dtype":"uint8"}]}]""");
        var without = PathNow();
        File.WriteAllText(_folder.File("net.bin"), "1");
        var first = PathNow();
        File.WriteAllText(_folder.File("net.bin"), "22");
        Assert.That(new[] { without, first, PathNow() }, Is.Unique);
    }

    [Test]
    public void Entries_lie_in_folders_by_the_first_digits_of_their_names()
    {
        var path = _cache.PathOf(Modality(Plugin), new ModalitySource(_folder.File("a.wav")));
        Assert.That(Path.GetRelativePath(_folder.Path, path), Does.Match("^cache/sequences/([0-9a-f]{2})/\\1[0-9a-f]{62}\\.seq$"));
    }

    private static Modality Modality(
        PluginIdentity plugin,
        string kind = "audio",
        string name = "audio",
        int? bands = null,
        Normalization normalization = Normalization.None,
        Dictionary<string, object>? files = null) => new(
        new ModalitySettings
        {
            Name = name,
            Kind = kind,
            Source = "audio",
            Normalization = normalization,
            Options = new OptionValues(
                new OptionSchema(Bands, Vectors, Lists), bands is { } value ? new Dictionary<string, object> { ["bands"] = value } : files),
            Backbone = "none",
            BackboneOptions = new OptionValues(OptionSchema.Empty),
        },
        new NumbersEncoder(10),
        plugin,
        plugin,
        _ => throw new InvalidOperationException("These tests need no backbone."));
}
