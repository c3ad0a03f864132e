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
    public void An_extended_header_that_says_to_be_huge_is_refused_before_memory_is_taken()
    {
        var tarball = Repack(Tarball.Write(_folder.File("p.tgz"), ("package/a", "x")), tar =>
        {
            "10000000000\0"u8.CopyTo(tar.AsSpan(124));
            Seal(tar);
        });
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(
            () => NpmTarball.Extract(tarball, _folder.File("out")),
            Throws.TypeOf<NpmFailure>().With.Message.EqualTo(
                "the package has an extended header of 1073741824 bytes, and at most 1048576 are read"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(8 << 20));
    }

    [Test]
    public void A_size_in_an_extended_header_is_refused()
    {
        var tarball = Repack(
            Tarball.Write(
                _folder.File("p.tgz"), new PaxTarEntry(TarEntryType.RegularFile, "package/a", [KeyValuePair.Create("sice", "9")])),
            tar => tar[tar.AsSpan().IndexOf(" sice="u8) + 3] = (byte)'z');

        Assert.That(
            () => NpmTarball.Extract(tarball, _folder.File("out")),
            Throws.TypeOf<NpmFailure>().With.Message.EqualTo(
                "the package gives a file's size in an extended header; it must stand in the file's own"));
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

    private static string Repack(string path, Action<byte[]> change)
    {
        using var unpacked = new MemoryStream();
        using (var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
        {
            zipped.CopyTo(unpacked);
        }

        var tar = unpacked.ToArray();
        change(tar);
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        packed.Write(tar);
        return path;
    }

    // The sum of the first header's bytes, with blanks where the sum stands.
    private static void Seal(byte[] tar)
    {
        tar.AsSpan(148, 8).Fill((byte)' ');
        var sum = tar.AsSpan(0, 512).ToArray().Sum(value => value);
        System.Text.Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(tar, 148);
    }
}
