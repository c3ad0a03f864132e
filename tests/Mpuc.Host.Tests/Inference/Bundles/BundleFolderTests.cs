using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Inference.Bundles;

public class BundleFolderTests
{
    private TemporaryFolder _folder = null!;

    private string Bundle => _folder.File("bundle");

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("bundle")]
    [TestCase("bundle.zip")]
    public void A_bundle_that_was_written_is_opened_with_all_its_files(string name)
    {
        Write(name);
        using var bundle = BundleFolder.Open(_folder.File(name));
        Assert.Multiple(() =>
        {
            Assert.That(bundle.Manifest.Run, Is.EqualTo("toy"));
            Assert.That(
                bundle.Manifest.Files.Select(file => file.Name),
                Is.EqualTo(new[] { "config.json", "encoders.safetensors", "model-card.md" }));
            Assert.That(File.ReadAllText(bundle.PathOf(BundleNames.Card)), Is.EqualTo("content of model-card.md"));
            Assert.That(BundleFolder.IsBundle(_folder.File(name)), Is.True);
            Assert.That(Directory.EnumerateFileSystemEntries(_folder.File("."), "*.tmp"), Is.Empty, "no temporary folder is left");
        });
    }

    [Test]
    public void A_zip_files_temporary_folder_goes_with_it()
    {
        Write("bundle.zip");
        string folder;
        using (var bundle = BundleFolder.Open(_folder.File("bundle.zip")))
        {
            folder = bundle.Folder;
            Assert.That(folder, Does.Exist);
        }

        Assert.That(folder, Does.Not.Exist);
    }

    [Test]
    public void A_changed_a_cut_and_a_missing_file_are_refused_by_their_names()
    {
        Write("bundle");
        File.WriteAllText(Path.Combine(Bundle, "model-card.md"), "Content of model-card.md");
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains("'model-card.md' does not have the SHA-256"));
        File.WriteAllText(Path.Combine(Bundle, "model-card.md"), "short");
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains("'model-card.md' has 5 bytes"));
        File.Delete(Path.Combine(Bundle, "model-card.md"));
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains("'model-card.md' is missing"));
    }

    [TestCase("\"format\": \"1\"", "\"format\": \"2\"", "the format '2'")]
    [TestCase("\"name\": \"model-card.md\"", "\"name\": \"../model-card.md\"", "'../model-card.md', which is no file of a bundle")]
    [TestCase("\"name\": \"model-card.md\"", "\"name\": \"classifier.safetensors\"", "lists no 'model-card.md'")]
    [TestCase("\"bytes\": 24", "\"bytes\": 99999999999", "at most")]
    [TestCase("\"files\": [", "\"files\": null, \"more\": [", "bundle.json is not as written")]
    [TestCase("{", "[", "bundle.json is not as written")]
    public void A_manifest_that_makes_no_sense_is_refused(string old, string changed, string message)
    {
        Write("bundle");
        var path = Path.Combine(Bundle, "bundle.json");
        var text = File.ReadAllText(path);
        var place = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, text[..place] + changed + text[(place + old.Length)..]);
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains(message));
    }

    [TestCase("bundle.json")]
    [TestCase("model-card.md")]
    [Platform("Linux")]
    public void A_named_pipe_in_the_place_of_a_file_is_refused_and_not_opened(string name)
    {
        Write("bundle");
        File.Delete(Path.Combine(Bundle, name));
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", Path.Combine(Bundle, name)))
        {
            mkfifo.WaitForExit();
        }

        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains($"{name}' is a named pipe, not a regular file"));
    }

    [Test]
    public void A_link_to_a_file_counts_as_that_file()
    {
        Write("bundle");
        File.Move(Path.Combine(Bundle, "model-card.md"), _folder.File("elsewhere.md"));
        File.CreateSymbolicLink(Path.Combine(Bundle, "model-card.md"), _folder.File("elsewhere.md"));

        Assert.That(Open, Throws.Nothing);
    }

    [Test]
    public void Another_contract_is_refused_with_both_versions()
    {
        var host = HostSurface.Current.ContractVersion;
        foreach (var contract in new[] { new Version(host.Major + 1, 0), new Version(host.Major, host.Minor + 1) })
        {
            Write("bundle", contract);
            Assert.That(
                Open, Throws.TypeOf<MpucException>().With.Message.Contains($"contract {contract}").And.Message.Contains($"has {host}"));
        }
    }

    [Test]
    public void A_folder_that_is_no_bundle_is_neither_opened_nor_replaced()
    {
        Directory.CreateDirectory(Bundle);
        File.WriteAllText(Path.Combine(Bundle, "thesis.tex"), "work of years");
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains("is no bundle"));
        Assert.That(() => BundleWriter.Check(Bundle), Throws.TypeOf<MpucException>().With.Message.Contains("exists and is no bundle"));
        Assert.That(
            () => BundleWriter.Check(_folder.File("none/bundle")),
            Throws.TypeOf<MpucException>().With.Message.Contains("There is no folder"));
        Assert.That(
            () => BundleFolder.Open(_folder.File("none")), Throws.TypeOf<MpucException>().With.Message.Contains("There is no bundle"));
    }

    [Test]
    public void A_writer_that_does_not_finish_leaves_nothing()
    {
        using (var writer = new BundleWriter(BundleWriter.Check(Bundle)))
        {
            File.WriteAllText(writer.PathOf(BundleNames.Card), "half");
        }

        Assert.That(Directory.EnumerateFileSystemEntries(_folder.File(".")), Is.Empty);
    }

    private void Open() => BundleFolder.Open(Bundle).Dispose();

    private void Write(string name, Version? contract = null) => FakeBundle.Write(_folder.File(name), contract);
}
