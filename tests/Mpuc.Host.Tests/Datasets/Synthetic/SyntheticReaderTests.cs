using System.Globalization;
using System.Text.Json.Nodes;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;
using Mpuc.Host.Data.Tables;
using Mpuc.Host.Datasets.Synthetic;

namespace Mpuc.Host.Tests.Datasets.Synthetic;

public class SyntheticReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void The_set_is_read_like_any_manifest()
    {
        var dataset = Read("set");
        Assert.That(dataset.Recordings, Has.Count.EqualTo(32));
        Assert.That(dataset.Recordings[9].Group, Is.EqualTo("speaker02"));
        Assert.That(dataset.Recordings[9].Labels["trueClass"], Is.EqualTo("class2"));
        Assert.That(dataset.Recordings[9].Sources["audio"].Path, Is.EqualTo(_folder.File("set/audio/r00009.wav")));
        Assert.That(
            dataset.Recordings[9].Sources["vectors"], Is.EqualTo(new ModalitySource(_folder.File("set/vectors.csv")) { Key = "r00009" }));
        Assert.That(
            dataset.Recordings.Where(recording => recording.Split == "test").Select(recording => recording.Labels.ContainsKey("class")),
            Has.All.True);
        Assert.That(
            dataset.Recordings.Where(recording => recording.Split == "train").Select(recording => recording.Labels.ContainsKey("class")),
            Has.Some.False);
        Assert.That(new FileInfo(dataset.Recordings[0].Sources["audio"].Path).Length, Is.EqualTo(44 + (2 * 8000)));
    }

    [Test]
    public void The_same_seed_writes_the_same_bytes_whatever_the_number_of_workers()
    {
        Read("one", workers: 1);
        Read("two", workers: 4);
        var names = Directory.GetFiles(_folder.File("one"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.File("one"), file))
            .Order()
            .ToList();
        Assert.That(names, Has.Count.EqualTo(32 + 4));
        Assert.That(
            names.Select(name => File.ReadAllBytes(_folder.File($"two/{name}"))),
            Is.EqualTo(names.Select(name => File.ReadAllBytes(_folder.File($"one/{name}")))));
    }

    [Test]
    public void Another_seed_writes_another_set()
    {
        Read("one");
        Read("two", seed: 1);
        Assert.That(File.ReadAllText(_folder.File("two/vectors.csv")), Is.Not.EqualTo(File.ReadAllText(_folder.File("one/vectors.csv"))));
        Assert.That(
            File.ReadAllBytes(_folder.File("two/audio/r00000.wav")),
            Is.Not.EqualTo(File.ReadAllBytes(_folder.File("one/audio/r00000.wav"))));
    }

    [Test]
    public void A_complete_set_is_used_again_and_one_of_other_options_is_replaced()
    {
        Read("set");
        File.WriteAllText(_folder.File("set/mark"), "still here");
        Read("set");
        Assert.That(File.Exists(_folder.File("set/mark")), Is.True);
        Read("set", seed: 1);
        Assert.That(File.Exists(_folder.File("set/mark")), Is.False);
    }

    [Test]
    public void Without_a_root_every_choice_of_options_has_a_folder_of_its_own_in_the_cache()
    {
        var first = Read(null).Recordings[0].Sources["audio"].Path;
        var second = Read(null, seed: 1).Recordings[0].Sources["audio"].Path;
        Assert.That(first, Does.StartWith(_folder.File("cache/synthetic/")));
        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(Read(null).Recordings[0].Sources["audio"].Path, Is.EqualTo(first));
    }

    [Test]
    public void A_set_of_the_cache_is_in_use_once_it_was_read_and_a_set_elsewhere_is_nobodys_business()
    {
        var (cached, own) = (Read(null), Read("set"));
        var answer = Path.Combine(Path.GetDirectoryName(cached.Recordings[0].Sources["vectors"].Path)!, "answer.json");
        File.SetLastWriteTimeUtc(answer, DateTime.UtcNow.AddDays(-30));
        Read(null);
        Assert.That(File.GetLastWriteTimeUtc(answer), Is.GreaterThan(DateTime.UtcNow.AddDays(-1)), "to be read counts as use");
        CacheContents.In(_folder.File("cache")).Clear();
        Assert.That(
            cached.Recordings.Concat(own.Recordings).SelectMany(recording => recording.Sources.Values).Select(source => source.Path),
            Has.All.Exist);
        Assert.That(() => Read(null), Throws.Nothing);
    }

    [Test]
    public void A_set_that_was_deleted_is_written_again()
    {
        var audio = Read(null).Recordings[0].Sources["audio"].Path;
        Directory.Delete(_folder.File("cache"), recursive: true);
        Read(null);
        Assert.That(audio, Does.Exist);
        CacheContents.In(_folder.File("cache")).Clear();
        Assert.That(audio, Does.Exist, "the new one is in use as well");
    }

    [Test]
    public void Nobody_deletes_a_set_while_it_is_being_written()
    {
        Directory.CreateDirectory(_folder.File("cache"));
        var owned = CacheLock.TryOwn(_folder.File("cache"))!;
        var reading = Task.Run(() => Read(null));
        Assert.That(Directory.Exists(_folder.File("cache/synthetic")), Is.False, "it waits for one who deletes");
        owned.Dispose();
        Assert.That(reading.GetAwaiter().GetResult().Recordings, Has.Count.EqualTo(32));
    }

    [Test]
    public void A_folder_that_holds_something_else_is_left_alone()
    {
        Directory.CreateDirectory(_folder.File("thesis"));
        File.WriteAllText(_folder.File("thesis/chapter.tex"), "text");
        Assert.That(
            () => Read("thesis"),
            Throws.TypeOf<MpucException>().With.Message.Contains(
                "holds something else than a synthetic set; data.root must be a new or empty folder."));
        Assert.That(File.ReadAllText(_folder.File("thesis/chapter.tex")), Is.EqualTo("text"));
    }

    [Test]
    public void An_empty_folder_is_filled()
    {
        Directory.CreateDirectory(_folder.File("set"));
        Assert.That(Read("set").Recordings, Has.Count.EqualTo(32));
        Assert.That(Directory.GetDirectories(_folder.Path), Is.EquivalentTo(new[] { _folder.File("set") }), "nothing temporary is left");
    }

    [Test]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        File.WriteAllText(_folder.File("file"), string.Empty);
        Assert.That(() => Read("file/set"), Throws.TypeOf<MpucException>().With.Message.Contains("cannot be written"));
    }

    [Test]
    public void The_known_answer_is_the_oracles_accuracy_on_the_recorded_factors()
    {
        Read("set", recordings: 400);
        var truth = CsvTable.Read(_folder.File("set/manifest.csv")).Rows.Select(
            row => int.Parse(row.Cells[6].AsSpan("class".Length)) - 1).ToList();
        var factors = CsvTable.Read(_folder.File("set/factors.csv"));
        var accuracy = JsonNode.Parse(File.ReadAllText(_folder.File("set/answer.json")))!["accuracy"]!;
        foreach (var (name, prefix) in new[] { ("latent", "latent"), ("voice", "voice"), ("vector", "vector") })
        {
            // A prototype stands out in its own dimension alone, so the nearest one is that of the greatest number.
            var guesses = factors.Rows.Select(
                row => Enumerable.Range(1, 4).MaxBy(
                    i => double.Parse(row.Cells[factors.IndexOf($"{prefix}{i}")], CultureInfo.InvariantCulture)) - 1);
            Assert.That(
                (double)accuracy[name]!,
                Is.EqualTo(guesses.Zip(truth).Average(pair => pair.First == pair.Second ? 1.0 : 0.0)).Within(1e-12),
                name);
        }

        Assert.That((double)accuracy["both"]!, Is.InRange((double)accuracy["voice"]!, (double)accuracy["latent"]!));
    }

    private Dataset Read(string? root, int seed = 0, int recordings = 32, int workers = 2) => new SyntheticReader().Read(
        new DataOptions { Root = root is null ? string.Empty : _folder.File(root), Cache = _folder.File("cache"), Workers = workers },
        new OptionValues(
            SyntheticOptions.Schema, new Dictionary<string, object> { ["recordings"] = recordings, ["seconds"] = 0.5, ["seed"] = seed }));
}
