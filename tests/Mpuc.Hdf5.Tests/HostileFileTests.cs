namespace Mpuc.Hdf5.Tests;

/// <summary>Files that would lead elsewhere, fill the memory, or are damaged: each is refused in one sentence that names it.</summary>
[TestFixture]
internal sealed class HostileFileTests
{
    [Test]
    public void Links_out_of_the_file_are_no_members()
    {
        using var file = Hdf5File.Open(Golden.Odd("links"));
        Assert.That(file.Names("/COVAREP/data"), Is.EqualTo(new[] { "v" }));
        Assert.That(file.Names("/COVAREP/data/v"), Is.EqualTo(new[] { "intervals" }));
        foreach (var path in new[] { "/COVAREP/data/external/features", "/COVAREP/data/soft/features", "/COVAREP/data/v/features" })
        {
            Assert.That(file.Contains(path), Is.False, path);
            Assert.That(() => file.OpenDataset(path), Throws.TypeOf<MpucException>().With.Message.EndsWith($"has no '{path}' of its own."));
        }
    }

    [TestCase("raw")]
    [TestCase("virtual")]
    public void Values_in_other_files_are_not_read(string name)
    {
        using var file = Hdf5File.Open(Golden.Odd(name));
        Assert.That(
            () => file.OpenDataset("/COVAREP/data/v/features"),
            Throws.TypeOf<MpucException>().With.Message.StartsWith(
                $"'{Golden.Odd(name)}', /COVAREP/data/v/features: ").And.Message.Contains("lie in other files"));
    }

    [Test]
    public void A_filter_of_another_kind_is_named_and_never_loaded()
    {
        using var file = Hdf5File.Open(Golden.Odd("lzf"));
        Assert.That(
            () => file.OpenDataset("/COVAREP/data/v/features"),
            Throws.TypeOf<MpucException>().With.Message.EndsWith(
                "the data set is packed with filter 32000 (lzf); gzip (deflate) and shuffle are read."));
    }

    [Test]
    public void Absurd_sizes_are_refused_before_memory_is_taken()
    {
        using var file = Hdf5File.Open(Golden.Odd("large"));
        using var features = file.OpenDataset("/COVAREP/data/v/features");
        using var intervals = file.OpenDataset("/COVAREP/data/v/intervals");
        Assert.That(
            () => features.ReadSingles(0, 1 << 10), Throws.TypeOf<MpucException>().With.Message.Contains("more than are read at once"));
        Assert.That(
            () => intervals.ReadDoubles(0, intervals.Rows),
            Throws.TypeOf<MpucException>().With.Message.Contains("more than are read at once"));
        Assert.That(
            () => file.OpenDataset("/COVAREP/data/chunk/features"), Throws.TypeOf<MpucException>().With.Message.Contains("a chunk"));
    }

    [Test]
    public void A_truncated_file_is_refused_wherever_it_ends([Values(0, 7, 8, 96, 500, 2048, 8000, 20000, 30000)] int length)
    {
        using var copies = new Copies();
        var path = copies.Write("cut.csd", File.ReadAllBytes(Golden.Covarep).AsSpan(0, length));
        Assert.That(() => ReadAll(path), Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}'"));
    }

    [Test]
    public void Damaged_bytes_give_a_sentence_or_other_values_but_no_crash(
        [Values("set/visual/CMU_MOSEI_VisualFacet42.csd", "set/language/CMU_MOSEI_TimestampedWords.csd", "aligned/language.csd")] string name, [Range(1, 20)] int seed)
    {
        using var copies = new Copies();
        var (bytes, random) = (File.ReadAllBytes(Golden.PathOf(name)), new Random(seed));
        for (var i = 0; i < 20; i++)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        }

        var path = copies.Write("damaged.csd", bytes);
        try
        {
            ReadAll(path);
        }
        catch (MpucException error)
        {
            Assert.That(error.Message, Does.StartWith($"'{path}'"));
        }
    }

    private static void ReadAll(string path)
    {
        using var file = Hdf5File.Open(path);
        var root = file.Names("/") is [var first, ..] ? first : throw new MpucException($"'{path}' is empty.");
        foreach (var key in file.Names($"/{root}/data"))
        {
            foreach (var part in file.Names($"/{root}/data/{key}"))
            {
                using var dataset = file.OpenDataset($"/{root}/data/{key}/{part}");
                _ = dataset.Kind switch
                {
                    Hdf5Kind.Number => dataset.ReadSingles(0, Math.Min(1000, dataset.Rows)).Length,
                    Hdf5Kind.Text => dataset.ReadTexts(0, Math.Min(1000, dataset.Rows)).Length,
                    _ => 0,
                };
            }
        }
    }
}
