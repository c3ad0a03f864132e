using System.Diagnostics;
using Mpuc.Host.Data;
using Mpuc.Weights;

namespace Mpuc.Host.Tests.Data;

[Platform("Linux")]
public sealed class FolderWalkTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder.File("set/inner"));
        File.WriteAllText(_folder.File("set/a.wav"), "a");
        File.WriteAllText(_folder.File("set/inner/b.wav"), "b");
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("loop", "set")]
    [TestCase("above", ".")]
    [TestCase("everything", "/")]
    [TestCase("again", "set/inner")]
    public void A_link_that_leads_back_adds_nothing(string name, string target)
    {
        Directory.CreateSymbolicLink(_folder.File($"set/{name}"), target == "/" ? target : Path.GetFullPath(_folder.File(target)));

        Assert.That(Files(), Is.EqualTo(new[] { "a.wav", "inner/b.wav" }));
    }

    [Test]
    public void A_link_to_another_folder_is_followed_once()
    {
        Directory.CreateDirectory(_folder.File("other"));
        File.WriteAllText(_folder.File("other/c.wav"), "c");
        Directory.CreateSymbolicLink(_folder.File("set/x"), _folder.File("other"));
        Directory.CreateSymbolicLink(_folder.File("set/y"), _folder.File("other"));
        Directory.CreateSymbolicLink(_folder.File("other/back"), _folder.File("set"));

        Assert.That(Files(), Is.EqualTo(new[] { "a.wav", "inner/b.wav", "x/c.wav" }));
    }

    [Test]
    public void A_folder_keeps_its_own_name_whatever_a_link_before_it_is_called()
    {
        Directory.CreateSymbolicLink(_folder.File("set/AAA"), _folder.File("set/inner"));

        Assert.That(Files(), Is.EqualTo(new[] { "a.wav", "inner/b.wav" }));
    }

    [Test]
    public void A_root_that_is_a_link_is_read()
    {
        Directory.CreateSymbolicLink(_folder.File("link"), _folder.File("set"));

        Assert.That(FolderWalk.Files(_folder.File("link")).Select(Path.GetFileName), Is.EqualTo(new[] { "a.wav", "b.wav" }));
    }

    [Test]
    public void What_is_hidden_is_passed_over()
    {
        Directory.CreateDirectory(_folder.File("set/.git"));
        File.WriteAllText(_folder.File("set/.git/d.wav"), "d");
        File.WriteAllText(_folder.File("set/.e.wav"), "e");

        Assert.That(Files(), Is.EqualTo(new[] { "a.wav", "inner/b.wav" }));
    }

    [Test]
    public void A_pipe_a_device_and_a_folder_are_no_regular_files_and_are_named_for_what_they_are()
    {
        using (var mkfifo = Process.Start("mkfifo", _folder.File("pipe")))
        {
            mkfifo.WaitForExit();
        }

        File.CreateSymbolicLink(_folder.File("link"), _folder.File("pipe"));
        foreach (var (path, kind) in new[]
        {
            ("pipe", "a named pipe"), ("link", "a named pipe"), ("/dev/zero", "a device"), ("set", "a folder"),
        })
        {
            var full = Path.IsPathRooted(path) ? path : _folder.File(path);
            Assert.That(
                () => RegularFile.Require(full),
                Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{full}' is {kind}, not a regular file;"));
            Assert.That(RegularFile.Exists(full), Is.False);
        }
    }

    [Test]
    public void A_link_has_the_length_and_the_identity_of_its_target()
    {
        File.WriteAllText(_folder.File("long"), new string('x', 12345));
        File.CreateSymbolicLink(_folder.File("link"), _folder.File("long"));

        Assert.That(RegularFile.LengthOf(_folder.File("link")), Is.EqualTo(12345));
        Assert.That(RegularFile.IdentityOf(_folder.File("link")), Is.EqualTo(RegularFile.IdentityOf(_folder.File("long"))));
        Assert.That(RegularFile.Exists(_folder.File("link")), Is.True);
        Assert.That(RegularFile.Exists(_folder.File("none")), Is.False);
        Assert.That(() => RegularFile.Require(_folder.File("none")), Throws.Nothing, "what is missing is for the caller to name");
    }

    private IEnumerable<string> Files() =>
        FolderWalk.Files(_folder.File("set")).Select(file => Path.GetRelativePath(_folder.File("set"), file));
}
