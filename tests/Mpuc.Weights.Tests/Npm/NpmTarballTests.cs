using System.Formats.Tar;
using System.IO.Compression;
using Mpuc.Weights.Npm;

namespace Mpuc.Weights.Tests.Npm;

public sealed class NpmTarballTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Files_are_unpacked_without_the_folder_around_them()
    {
        var tarball = Tarball.Write(_folder.File("p.tgz"), ("package/package.json", "{}"), ("package/model/deep/a.bin", "abc"));
        NpmTarball.Extract(tarball, _folder.File("out"));
        Assert.That(Files(), Is.EquivalentTo(new[] { "model/deep/a.bin", "package.json" }));
        Assert.That(File.ReadAllText(_folder.File("out/model/deep/a.bin")), Is.EqualTo("abc"));
    }

    [Test]
    public void Folders_are_made_for_files_alone()
    {
        var tarball = Tarball.Write(
            _folder.File("p.tgz"),
            new PaxTarEntry(TarEntryType.Directory, "package/empty/"),
            new PaxTarEntry(TarEntryType.RegularFile, "package/none.txt"));
        NpmTarball.Extract(tarball, _folder.File("out"));
        Assert.That(Files(), Is.EqualTo(new[] { "none.txt" }));
        Assert.That(_folder.File("out/empty"), Does.Not.Exist);
    }

    [TestCase("package/../../escaped")]
    [TestCase("../escaped")]
    [TestCase("/etc/escaped")]
    [TestCase("package//escaped")]
    [TestCase("package/./escaped")]
    [TestCase("package/a\\..\\escaped")]
    [TestCase("escaped")]
    public void A_file_outside_the_folder_is_refused(string name)
    {
        var tarball = Tarball.Write(_folder.File("p.tgz"), (name, "x"));
        Assert.That(
            () => NpmTarball.Extract(tarball, _folder.File("out")),
            Throws.TypeOf<NpmFailure>().With.Message.Contains("which is no file inside its folder"));
        Assert.That(Directory.GetFiles(_folder.Path, "escaped", SearchOption.AllDirectories), Is.Empty);
    }

    [TestCase(TarEntryType.SymbolicLink)]
    [TestCase(TarEntryType.HardLink)]
    public void A_link_is_refused(TarEntryType type)
    {
        var tarball = Tarball.Write(_folder.File("p.tgz"), new PaxTarEntry(type, "package/passwd") { LinkName = "/etc/passwd" });
        Assert.That(
            () => NpmTarball.Extract(tarball, _folder.File("out")),
            Throws.TypeOf<NpmFailure>().With.Message.Contains("'package/passwd', which is neither"));
    }

    [Test]
    public void A_damaged_package_is_refused_wherever_it_is_cut_or_changed()
    {
        var whole = File.ReadAllBytes(
            Tarball.Write(_folder.File("p.tgz"), Tarball.Plain("package/a", new string('a', 700)), Tarball.Plain("package/b", "b")));
        for (var cut = 0; cut < whole.Length; cut += 7)
        {
            Try(whole[..cut]);
            var changed = whole.ToArray();
            changed[cut] ^= 0x11;
            Try(changed);
        }
    }

    [TestCase("mtime", "99999999999999999999")]
    [TestCase("mtime", "1e400")]
    [TestCase("size", "99999999999999999999")]
    [TestCase("size", "-1")]
    [TestCase("uid", "x")]
    public void A_package_with_a_senseless_attribute_is_unpacked_without_it_or_refused(string attribute, string value)
    {
        var entry = new PaxTarEntry(
            TarEntryType.RegularFile,
            "package/a",
            new Dictionary<string, string> { [attribute] = value }) { DataStream = new MemoryStream([1]) };
        Try(File.ReadAllBytes(Tarball.Write(_folder.File("p.tgz"), entry)));
    }

    [Test]
    public void Text_that_is_no_package_is_refused()
    {
        File.WriteAllText(_folder.File("p.tgz"), "no package");
        Assert.That(
            () => NpmTarball.Extract(_folder.File("p.tgz"), _folder.File("out")),
            Throws.TypeOf<NpmFailure>().With.Message.EqualTo("the package is damaged"));
    }

    [Test]
    public void A_package_that_says_it_is_endless_is_refused_before_it_is_written()
    {
        using (var stream = new GZipStream(File.Create(_folder.File("p.tgz")), CompressionLevel.Fastest))
        {
            stream.Write(Header("package/huge", "77777777777"));
            stream.Write(new byte[1024]);
        }

        Assert.That(() => NpmTarball.Extract(_folder.File("p.tgz"), _folder.File("out")), Throws.TypeOf<NpmFailure>());
        Assert.That(_folder.File("out/huge"), Does.Not.Exist);
    }

    private static byte[] Header(string name, string octalSize)
    {
        var header = new byte[512];
        Put(0, name);
        Put(100, "0000644\0");
        Put(108, "0000000\0");
        Put(116, "0000000\0");
        Put(124, octalSize + "\0");
        Put(136, "00000000000\0");
        Put(148, "        ");
        Put(156, "0");
        Put(257, "ustar\0" + "00");
        Put(148, $"{Convert.ToString(header.Sum(value => value), 8).PadLeft(6, '0')}\0 ");
        return header;

        void Put(int at, string text) => System.Text.Encoding.ASCII.GetBytes(text).CopyTo(header, at);
    }

    private void Try(byte[] content)
    {
        File.WriteAllBytes(_folder.File("damaged.tgz"), content);
        try
        {
            NpmTarball.Extract(_folder.File("damaged.tgz"), _folder.File($"out-{Guid.NewGuid():N}"));
        }
        catch (NpmFailure)
        {
            // What is due, unless the change hit something that means nothing.
        }
    }

    private IEnumerable<string> Files() => Directory.GetFiles(_folder.File("out"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder.File("out"), file));
}
