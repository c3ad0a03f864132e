using System.IO.Compression;
using Mpuc.Host.Inference.Bundles;

namespace Mpuc.Host.Tests.Inference.Bundles;

public class BundleArchiveTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void What_is_packed_is_unpacked_the_same()
    {
        Directory.CreateDirectory(_folder.File("in"));
        Directory.CreateDirectory(_folder.File("out"));
        File.WriteAllText(_folder.File("in/bundle.json"), "{}");
        File.WriteAllText(_folder.File("in/model-card.md"), "# card");
        using (var stream = File.Create(_folder.File("b.zip")))
        {
            BundleArchive.Pack(_folder.File("in"), stream);
        }

        BundleArchive.Unpack(_folder.File("b.zip"), _folder.File("out"));
        Assert.That(File.ReadAllText(_folder.File("out/model-card.md")), Is.EqualTo("# card"));
        Assert.That(Directory.GetFiles(_folder.File("out")), Has.Length.EqualTo(2));
    }

    [TestCase("../evil")]
    [TestCase("/tmp/evil")]
    [TestCase("..\\evil")]
    [TestCase("bundle.json/")]
    [TestCase("folder/bundle.json")]
    [TestCase("more.json")]
    public void An_entry_that_no_bundle_has_is_refused_by_its_name_and_nothing_is_written(string name)
    {
        Make(archive => archive.CreateEntry(name));
        Assert.That(Unpack, Throws.TypeOf<MpucException>().With.Message.Contains($"'{name}'"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.File("out")), Is.Empty);
    }

    [Test]
    public void A_file_that_expands_beyond_measure_is_refused_before_it_is_unpacked()
    {
        Make(archive =>
        {
            using var entry = archive.CreateEntry("config.json", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[8 << 20]);
        });
        Assert.That(Unpack, Throws.TypeOf<MpucException>().With.Message.Contains("'config.json' would unpack"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.File("out")), Is.Empty);
    }

    [Test]
    public void A_file_that_is_there_twice_is_refused()
    {
        Make(archive =>
        {
            archive.CreateEntry("config.json");
            archive.CreateEntry("config.json");
        });
        Assert.That(Unpack, Throws.TypeOf<MpucException>());
    }

    [Test]
    public void What_is_no_zip_file_is_refused_by_its_name()
    {
        File.WriteAllText(_folder.File("b.zip"), "no zip");
        Directory.CreateDirectory(_folder.File("out"));
        Assert.That(Unpack, Throws.TypeOf<MpucException>().With.Message.Contains("b.zip"));
        Assert.That(
            () => BundleArchive.Unpack(_folder.File("none.zip"), _folder.File("out")),
            Throws.TypeOf<MpucException>().With.Message.Contains("There is no bundle"));
    }

    private void Make(Action<ZipArchive> fill)
    {
        Directory.CreateDirectory(_folder.File("out"));
        using var archive = ZipFile.Open(_folder.File("b.zip"), ZipArchiveMode.Create);
        fill(archive);
    }

    private void Unpack() => BundleArchive.Unpack(_folder.File("b.zip"), _folder.File("out"));
}
