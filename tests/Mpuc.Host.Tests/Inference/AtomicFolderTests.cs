using Mpuc.Host.Inference;

namespace Mpuc.Host.Tests.Inference;

public class AtomicFolderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_folder_takes_its_place()
    {
        AtomicFolder.Replace(Make("new", "1"), _folder.File("final"));
        Assert.That(Content(), Is.EqualTo(new[] { "final/1" }));
    }

    [Test]
    public void A_folder_that_is_there_is_replaced_and_gone()
    {
        Make("final", "1");
        AtomicFolder.Replace(Make("new", "2"), _folder.File("final"));
        Assert.That(Content(), Is.EqualTo(new[] { "final/2" }));
    }

    [Test]
    public void Whoever_looks_while_a_folder_is_replaced_again_and_again_always_finds_one()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Only Linux exchanges two names in one step.");
        }

        var final = Make("final", "file");
        using var end = new CancellationTokenSource();
        var looking = Task.Run(() =>
        {
            var missed = 0;
            while (!end.IsCancellationRequested)
            {
                missed += Directory.Exists(final) ? 0 : 1;
            }

            return missed;
        });
        for (var turn = 0; turn < 50; turn++)
        {
            AtomicFolder.Replace(Make("new", "file"), final);
        }

        end.Cancel();
        Assert.That(looking.Result, Is.Zero);
    }

    [Test]
    public void A_temporary_name_is_hidden_and_beside_the_final_one() => Assert.That(
        AtomicFolder.TemporaryOf(_folder.File("final")), Does.StartWith(_folder.File(".final.")).And.EndsWith(".tmp"));

    private string Make(string name, string file)
    {
        Directory.CreateDirectory(_folder.File(name));
        File.WriteAllText(Path.Combine(_folder.File(name), file), file);
        return _folder.File(name);
    }

    private IEnumerable<string> Content() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file));
}
