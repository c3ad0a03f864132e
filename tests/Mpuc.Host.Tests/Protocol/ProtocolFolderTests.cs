using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Protocol;
using Mpuc.Host.Tests.Runs;

namespace Mpuc.Host.Tests.Protocol;

public class ProtocolFolderTests
{
    private ToyRun _toy = null!;

    [SetUp]
    public void Make() => _toy = new ToyRun();

    [TearDown]
    public void Remove() => _toy.Dispose();

    [Test]
    public void The_same_call_finds_its_folder_again()
    {
        Folder().Open();

        Assert.That(() => Folder().Open(), Throws.Nothing);
        Assert.That(Path.Combine(_toy.Output, "protocol.json"), Does.Exist);
    }

    [Test]
    public void A_folder_of_other_settings_is_refused_with_the_first_that_differs()
    {
        Folder().Open();

        Assert.That(
            () => Folder(epochs: 9).Open(),
            Throws.InstanceOf<MpucException>().With.Message.Contains(
                "'configuration.training.epochs' was 4 and is now 9; choose another folder with --output"));
    }

    [Test]
    public void Threads_and_places_are_no_other_settings()
    {
        Folder().Open();

        Assert.That(() => Folder(threads: 7).Open(), Throws.Nothing);
    }

    [Test]
    public void A_folder_that_holds_something_else_is_refused()
    {
        Directory.CreateDirectory(_toy.Output);
        File.WriteAllText(Path.Combine(_toy.Output, "letter.txt"), "Dear reader");

        Assert.That(
            () => Folder().Open(), Throws.InstanceOf<MpucException>().With.Message.Contains("holds no cross-validation or comparison"));
    }

    [Test]
    public void Without_a_name_the_settings_decide_the_folder_and_threads_do_not()
    {
        var (one, other, threads) = (Folder(output: null), Folder(output: null, epochs: 9), Folder(output: null, threads: 7));

        Assert.That(Path.GetFileName(one.Root), Does.Match("^toy-compare-[0-9a-f]{8}$"));
        Assert.That(other.Root, Is.Not.EqualTo(one.Root));
        Assert.That(threads.Root, Is.EqualTo(one.Root));
    }

    [Test]
    public void A_result_that_is_missing_or_damaged_is_named()
    {
        var path = Path.Combine(Path.GetDirectoryName(_toy.Output)!, "row.json");
        Assert.That(() =>
            ProtocolFolder.Read<List<MethodRow>>(path), Throws.InstanceOf<MpucException>().With.Message.Contains("row.json is missing"));

        File.WriteAllText(path, "[{");
        Assert.That(() =>
            ProtocolFolder.Read<List<MethodRow>>(path), Throws.InstanceOf<MpucException>().With.Message.Contains("row.json is damaged"));
    }

    [TestCase("null")]
    [TestCase("")]
    [TestCase("{}")]
    public void A_result_that_is_none_of_its_kind_is_damaged(string content)
    {
        var path = Path.Combine(Path.GetDirectoryName(_toy.Output)!, "row.json");
        File.WriteAllText(path, content);

        Assert.That(() =>
            ProtocolFolder.Read<List<MethodRow>>(path), Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"{path} is damaged; delete it, and the same command makes it anew."));
    }

    [TestCase("")]
    [TestCase("{ \"command\": ")]
    [TestCase("{ \"folds\": 5, \"folds\": 5 }")]
    [TestCase("{ \"command\": \"\\ud800\" }")]
    public void A_damaged_plan_is_named(string content)
    {
        Folder().Open();
        File.WriteAllText(Path.Combine(_toy.Output, "protocol.json"), content);

        Assert.That(
            () => Folder().Open(),
            Throws.TypeOf<MpucException>().With.Message.Contains("protocol.json is damaged; choose another folder with --output"));
    }

    [Test]
    public void A_file_of_the_folders_name_is_refused()
    {
        File.WriteAllText(_toy.Output, "Dear reader");

        Assert.That(() => Folder().Open(), Throws.TypeOf<MpucException>().With.Message.Contains("choose a new or empty folder"));
        Assert.That(File.ReadAllText(_toy.Output), Is.EqualTo("Dear reader"));
    }

    [Test]
    public void Folds_and_claims_have_places_of_their_own_and_results_are_written_beside_the_plan()
    {
        var folder = Folder();
        folder.Open();

        folder.Write("{}", "# Results\n");

        Assert.That(new[] { folder.Root, folder.Claims, folder.Fold(1), folder.Fold(11) }, Is.Unique);
        Assert.That(
            Directory.EnumerateFiles(_toy.Output).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "protocol.json", "results.json", "results.md" }));
        Assert.That(ProtocolFolder.Read<JsonObject>(Path.Combine(_toy.Output, "results.json")), Is.Empty);
    }

    private ProtocolFolder Folder(int epochs = 4, int threads = 0) => Folder(_toy.Output, epochs, threads);

    private ProtocolFolder Folder(string? output, int epochs = 4, int threads = 0)
    {
        RunConfiguration configuration = _toy.Configuration with
        {
            Resolved = new JsonObject
            {
                ["training"] = new JsonObject { ["epochs"] = epochs },
                ["runtime"] = new JsonObject { ["threads"] = threads },
                ["data"] = new JsonObject(),
            },
        };
        return new ProtocolFolder(output, "compare", "toy", configuration, new FoldPlan(2, null, null));
    }
}
