namespace Mpuc.Hdf5.Tests;

/// <summary>Values that h5py wrote in every form that is read.</summary>
[TestFixture]
internal sealed class StorageFormTests
{
    private static readonly string[] Types = ["<f4", ">f4", "<f8", ">f8", "<i1", "<u1", "<i2", ">u2", "<u4", ">i4", "<i8", ">i8", ">u8"];

    private Hdf5File _file = null!;

    [OneTimeSetUp]
    public void Open() => _file = Hdf5File.Open(Golden.PathOf("forms.h5"));

    [OneTimeTearDown]
    public void Close() => _file.Dispose();

    [Test]
    public void Numbers_of_every_type_in_one_piece_and_in_chunks(
        [ValueSource(nameof(Types))] string type, [Values("piece", "chunks")] string layout)
    {
        using var dataset = _file.OpenDataset($"/{layout}/{type}");
        var first = type.Contains('u', StringComparison.Ordinal) ? 0 : -4;
        Assert.That(dataset.ReadDoubles(0, 7), Is.EqualTo(Enumerable.Range(first, 21)));
        Assert.That(dataset.ReadSingles(0, 7), Is.EqualTo(Enumerable.Range(first, 21)));
    }

    [Test]
    public void Any_rows_out_of_chunks([Range(0, 6)] int first, [Values(1, 2, 3, 5, 7)] int count)
    {
        using var dataset = _file.OpenDataset("/chunks/<f4");
        count = Math.Min(count, 7 - first);
        Assert.That(dataset.ReadSingles(first, count), Is.EqualTo(Enumerable.Range((3 * first) - 4, 3 * count)));
    }

    [Test]
    public void Chunks_that_divide_every_axis([Range(0, 4)] int first)
    {
        using var cube = _file.OpenDataset("/cube");
        Assert.That((cube.Rows, cube.Width), Is.EqualTo((5, 12)));
        Assert.That(cube.ReadSingles(first, 5 - first), Is.EqualTo(Enumerable.Range(12 * first, 60 - (12 * first))));
    }

    [Test]
    public void Texts_in_chunks()
    {
        using var texts = _file.OpenDataset("/texts");
        Assert.That(texts.ReadTexts(0, 3), Is.EqualTo(new[] { "so", "well", "yes" }));
        Assert.That(texts.ReadTexts(1, 2), Is.EqualTo(new[] { "well", "yes" }));
    }

    [Test]
    public void What_was_never_written_is_zeros()
    {
        using var dataset = _file.OpenDataset("/unwritten");
        Assert.That(dataset.ReadSingles(1, 3), Is.EqualTo(new float[6]));
    }

    [TestCase("short")]
    [TestCase("long")]
    [TestCase("noise")]
    public void A_chunk_that_does_not_unpack_to_its_size_is_refused_with_its_place(string name)
    {
        using var dataset = _file.OpenDataset($"/bad/{name}");
        Assert.That(
            () => dataset.ReadSingles(0, 4),
            Throws.TypeOf<MpucException>().With.Message.EndsWith(
                $"/bad/{name}: the file is damaged: the chunk at row 0 does not unpack to the size of a chunk."));
    }

    [Test]
    public void Numbers_of_an_unusual_type_are_not_read()
    {
        using var half = _file.OpenDataset("/half");
        Assert.That(half.Kind, Is.EqualTo(Hdf5Kind.Other));
        Assert.That(
            () => half.ReadSingles(0, 1),
            Throws.TypeOf<MpucException>().With.Message.EndsWith("holds neither texts nor numbers of a usual type, not numbers."));
    }

    [Test]
    public void Texts_of_variable_length_in_chunks_are_refused_with_what_would_be_right()
    {
        using var texts = _file.OpenDataset("/variable");
        Assert.That(
            () => texts.ReadTexts(0, 1),
            Throws.TypeOf<MpucException>().With.Message.EndsWith("write them in one piece or with a fixed length."));
    }
}
