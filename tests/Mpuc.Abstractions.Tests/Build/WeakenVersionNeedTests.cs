using System.Buffers.Binary;
using System.Security.Cryptography;
using Mpuc.Build;

namespace Mpuc.Tests.Build;

/// <summary>The build's copy of TorchSharp's native library, on a Linux with the C++ library of GCC 12 and on a newer one.</summary>
[Platform("Linux")]
public sealed class WeakenVersionNeedTests
{
    private const string Need = "GLIBCXX_3.4.32";

    // The copy that this very test runs with; the first thing that the tests below do is to know it in both forms.
    private static readonly string Adapted = Path.Combine(
        AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    private string _folder = null!;
    private string _errors = string.Empty;

    [SetUp]
    public void SetUp() => (_folder, _errors) = (Directory.CreateTempSubdirectory("mpuc-weaken-").FullName, string.Empty);

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_version_is_weak_in_the_copy_where_the_systems_library_lacks_it()
    {
        var original = Original();

        Assert.That(Run(original, SystemLibrary("GLIBCXX_3.4.30")), Is.True, _errors);

        var copy = File.ReadAllBytes(Copy);
        Assert.That(Flags(copy), Is.EqualTo(2));
        Assert.That(Differences(File.ReadAllBytes(original), copy), Is.EqualTo(1), "bytes");
    }

    [Test]
    public void The_copy_is_the_original_where_the_systems_library_has_it()
    {
        var original = Original();

        Assert.That(Run(original, SystemLibrary(Need)), Is.True, _errors);

        Assert.That(File.ReadAllBytes(Copy), Is.EqualTo(File.ReadAllBytes(original)));
    }

    [Test]
    public void The_package_stays_as_it_was()
    {
        var original = Original();
        var before = File.ReadAllBytes(original);

        Run(original, SystemLibrary("GLIBCXX_3.4.30"));

        Assert.That(File.ReadAllBytes(original), Is.EqualTo(before));
    }

    [Test]
    public void This_build_did_it_if_and_only_if_this_system_needs_it()
    {
        var system = File.ReadLines("/proc/self/maps").Select(line => line.Split(' ')[^1])
            .First(path => Path.GetFileName(path).StartsWith("libstdc++.so.6", StringComparison.Ordinal));
        var hasVersion = File.ReadAllBytes(system).AsSpan().IndexOf("\0GLIBCXX_3.4.32\0"u8) >= 0;

        Assert.That(Flags(File.ReadAllBytes(Adapted)), Is.EqualTo(hasVersion ? 0 : 2));
    }

    [Test]
    public void A_library_that_is_not_the_published_one_is_refused_and_nothing_is_written()
    {
        var original = Original();
        var other = File.ReadAllBytes(original);
        other[^1] ^= 1;
        File.WriteAllBytes(original, other);

        Assert.That(Run(original, SystemLibrary(Need), expected: "00"), Is.False);

        Assert.That(_errors, Does.Contain(original).And.Contain("SHA-256").And.Contain("restore again"));
        Assert.That(File.Exists(Copy), Is.False);
    }

    [Test]
    public void A_library_without_that_version_is_refused()
    {
        Assert.That(WeakenVersionNeed.Weaken(File.ReadAllBytes(Original()), "GLIBCXX_9.9.99"), Is.False);
    }

    private string Copy => Path.Combine(_folder, "copy", "library.so");

    private bool Run(string library, string system, string? expected = null)
    {
        var task = new WeakenVersionNeed
        {
            Library = library,
            Sha256 = expected ?? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(library))),
            Need = Need,
            Destination = Copy,
            SystemLibrary = system,
        };
        var isDone = task.Execute();
        _errors = task.Log.Errors;
        return isDone;
    }

    private string Original()
    {
        var bytes = File.ReadAllBytes(Adapted);
        bytes[FlagsAt(bytes)] = 0;
        var path = Path.Combine(_folder, "original.so");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string SystemLibrary(string newest)
    {
        var path = Path.Combine(_folder, "libstdc++.so.6");
        File.WriteAllText(path, $"names\0GLIBCXX_3.4\0{newest}\0");
        return path;
    }

    private static int Flags(byte[] elf) => elf[FlagsAt(elf)];

    // Found without the code under test: the version's entry begins with the ELF hash of its name (System V ABI, "Hash Table").
    private static int FlagsAt(byte[] elf)
    {
        uint hash = 0;
        foreach (var character in Need)
        {
            hash = (hash << 4) + character;
            hash = (hash ^ ((hash & 0xf0000000) >> 24)) & ~(hash & 0xf0000000);
        }

        var entry = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, hash);
        return elf.AsSpan().IndexOf(entry) + 4;
    }

    private static int Differences(byte[] one, byte[] other) => one.Zip(other).Count(pair => pair.First != pair.Second);
}
