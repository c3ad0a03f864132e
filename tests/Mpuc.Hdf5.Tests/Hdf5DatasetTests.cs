namespace Mpuc.Hdf5.Tests;

[TestFixture]
internal sealed class Hdf5DatasetTests
{
    [Test]
    public void Numbers_are_read_in_single_and_in_double_precision()
    {
        using var file = Hdf5File.Open(Golden.Odd("rows"));
        using var features = file.OpenDataset("/COVAREP/data/v/features");
        using var intervals = file.OpenDataset("/COVAREP/data/v/intervals");
        Assert.That(features.Kind, Is.EqualTo(Hdf5Kind.Number));
        Assert.That(features.Shape, Is.EqualTo(new long[] { 3, 3 }));
        Assert.That(features.ReadSingles(0, 3), Is.EqualTo(Enumerable.Repeat(1f, 9)));
        Assert.That(intervals.ReadDoubles(0, 2), Is.EqualTo(new double[] { 0, 1, 1, 2 }));
        Assert.That(intervals.ReadSingles(1, 1), Is.EqualTo(new float[] { 1, 2 }));
    }

    [TestCase("set/acoustic/CMU_MOSEI_COVAREP.csd", "COVAREP", 5, TestName = "Contiguous_float32")]
    [TestCase("set/visual/CMU_MOSEI_VisualFacet42.csd", "FACET 4.2", 4, TestName = "Chunked_and_compressed_float32")]
    [TestCase("set/visual/CMU_MOSEI_VisualOpenFace2.csd", "OpenFace_2", 3, TestName = "Chunked_and_compressed_float64")]
    public void Part_of_the_rows_is_the_same_as_part_of_all_rows(string name, string sequence, int width)
    {
        using var file = Hdf5File.Open(Golden.PathOf(name));
        using var features = file.OpenDataset($"/{sequence}/data/103042/features");
        var all = features.ReadSingles(0, features.Rows);
        Assert.That(features.Width, Is.EqualTo(width));
        Assert.That(all, Has.Length.EqualTo(features.Rows * width).And.Some.Not.Zero);
        Assert.That(features.ReadSingles(7, 11), Is.EqualTo(all[(7 * width)..(18 * width)]));
        Assert.That(features.ReadSingles(features.Rows, 0), Is.Empty);
    }

    [Test]
    public void What_could_not_be_measured_stays_NaN_and_infinite()
    {
        using var file = Hdf5File.Open(Golden.Covarep);
        using var features = file.OpenDataset("/COVAREP/data/103042/features");
        Assert.That(features.ReadSingles(10, 1)[1], Is.NaN);
        Assert.That(features.ReadSingles(30, 1), Is.All.EqualTo(float.NegativeInfinity));
    }

    [Test]
    public void Texts_of_fixed_length_lose_their_padding()
    {
        using var file = Hdf5File.Open(Golden.Words);
        using var words = file.OpenDataset("/words/data/103042/features");
        var all = words.ReadTexts(0, words.Rows);
        Assert.That(words.Kind, Is.EqualTo(Hdf5Kind.Text));
        Assert.That(all, Has.Length.EqualTo(words.Rows).And.Contains("sp").And.Contains("people"));
        Assert.That(words.ReadTexts(2, 3), Is.EqualTo(all[2..5]));
    }

    [Test]
    public void Texts_of_variable_length_are_read()
    {
        using var file = Hdf5File.Open(Golden.PathOf("aligned/language.csd"));
        using var words = file.OpenDataset("/words/data/unlisted_id[0]/features");
        using var name = file.OpenDataset("/words/metadata/root name");
        Assert.That(words.ReadTexts(0, words.Rows), Has.Length.EqualTo(words.Rows).And.All.Match("^[a-z]+$"));
        Assert.That(name.ReadTexts(0, 1), Is.EqualTo(new[] { "\"words\"" }));
    }

    [Test]
    public void Texts_are_not_read_as_numbers_nor_numbers_as_texts()
    {
        using var file = Hdf5File.Open(Golden.Words);
        using var words = file.OpenDataset("/words/data/103042/features");
        using var times = file.OpenDataset("/words/data/103042/intervals");
        Assert.That(() => words.ReadSingles(0, 1), Throws.TypeOf<MpucException>().With.Message.EndsWith("holds texts, not numbers."));
        Assert.That(() => times.ReadTexts(0, 1), Throws.TypeOf<MpucException>().With.Message.EndsWith("holds numbers, not texts."));
    }

    [Test]
    public void Rows_beyond_the_last_are_refused()
    {
        using var file = Hdf5File.Open(Golden.Odd("rows"));
        using var features = file.OpenDataset("/COVAREP/data/v/features");
        Assert.That(() => features.ReadSingles(2, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => features.ReadSingles(-1, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Several_threads_read_the_same_file()
    {
        using var file = Hdf5File.Open(Golden.Covarep);
        var sums = Enumerable.Range(0, 32).AsParallel().WithDegreeOfParallelism(4).Select(_ =>
        {
            using var features = file.OpenDataset("/COVAREP/data/-wny0OAz3g8/features");
            return features.ReadDoubles(0, features.Rows).Sum();
        });
        Assert.That(sums.Distinct().ToList(), Has.Count.EqualTo(1));
    }
}
