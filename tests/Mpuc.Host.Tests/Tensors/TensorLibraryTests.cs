using Mpuc.Host.Tensors;

namespace Mpuc.Host.Tests.Tensors;

/// <summary>What a user reads where libtorch cannot be loaded.</summary>
[Platform("Linux")]
public sealed class TensorLibraryTests
{
    private static readonly string Native = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");

    private string _folder = null!;

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("mpuc-library-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_library_of_this_build_is_whole_and_loads()
    {
        Assert.That(() => TensorLibrary.Check(Native), Throws.Nothing);
        Assert.That(() => TensorLibrary.Load(Native), Throws.Nothing);
    }

    [TestCase(0)]
    [TestCase(40)]
    [TestCase(5000)]
    [TestCase(-1)]
    public void A_library_that_was_cut_short_is_refused_before_it_is_loaded(int length)
    {
        var whole = File.ReadAllBytes(Path.Combine(Native, "libLibTorchSharp.so"));
        var path = Path.Combine(_folder, "libLibTorchSharp.so");
        File.WriteAllBytes(path, whole[..(length < 0 ? whole.Length + length : length)]);

        Assert.That(
            () => TensorLibrary.Check(_folder),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}' is damaged").And.Message.Contains("build again"));
    }

    [Test]
    public void A_file_of_another_kind_is_refused()
    {
        var path = Path.Combine(_folder, "libtorch_cpu.so");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("no library ", 20)));

        Assert.That(() => TensorLibrary.Check(_folder), Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}' is damaged"));
    }

    [Test]
    public void A_missing_library_is_named()
    {
        Assert.That(
            () => TensorLibrary.Load(_folder),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{Path.Combine(_folder, "libLibTorchSharp.so")}' cannot be loaded"));
    }

    [TestCase("/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by x.so)", "GCC 12 or newer")]
    [TestCase("/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by x.so)", "glibc 2.34 or newer")]
    [TestCase("libstdc++.so.6: cannot open shared object file: No such file or directory", "apt-get install libstdc++6")]
    [TestCase("x.so: undefined symbol: _ZN3foo", "x.so: undefined symbol: _ZN3foo")]
    public void The_linkers_words_become_a_sentence_with_what_to_do(string words, string expected)
    {
        var sentence = TensorLibrary.Explain("x.so", words);

        Assert.That(sentence, Does.StartWith("'x.so' ").And.Contain(expected).And.EndWith("."));
    }
}
