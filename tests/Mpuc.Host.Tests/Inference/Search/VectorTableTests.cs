using Mpuc.Host.Inference.Search;
using Mpuc.Weights.Safetensors;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Inference.Search;

public class VectorTableTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase(1000, 512, 1, 10)]
    [TestCase(3000, 48, 0.02, 25)]
    [TestCase(66_000, 9, 1, 5)]
    [TestCase(5, 16, 1, 50)]
    public void The_nearest_are_those_that_comparing_with_every_vector_finds(int count, int dimensions, double spread, int top)
    {
        var vectors = RandomVectors.Of(count, dimensions, seed: 5, spread);
        var queries = RandomVectors.Of(3, dimensions, seed: 6, spread).Chunk(dimensions).ToList();
        using var table = Write(vectors, dimensions);
        var found = table.Nearest(queries, top, CancellationToken.None);
        Assert.That(found, Has.Count.EqualTo(3));
        foreach (var (query, nearest) in queries.Zip(found))
        {
            var expected = vectors.Chunk(dimensions).Select((vector, row) => (Row: (long)row, Score: RandomVectors.Cosine(query, vector)))
                .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Row).Take(top).ToList();
            Assert.That(nearest.Select(row => row.Row), Is.EqualTo(expected.Select(pair => pair.Row)));
            Assert.That(nearest.Select(row => row.Score), Is.EqualTo(expected.Select(pair => pair.Score)).Within(1e-9));
        }
    }

    [Test]
    public void A_vector_of_the_table_finds_itself_first_and_its_opposite_last()
    {
        var vectors = RandomVectors.Of(20, 32, seed: 7);
        using var table = Write([.. vectors, .. vectors.Take(32).Select(value => -value)], 32);
        var found = table.Nearest([vectors[..32]], 21, CancellationToken.None)[0];
        Assert.That((found[0].Row, found[^1].Row), Is.EqualTo((0, 20)));
        Assert.That((found[0].Score, found[^1].Score), Is.EqualTo((1, -1)).Within(1e-6));
    }

    [Test]
    public void Equal_vectors_come_in_their_order()
    {
        var vector = RandomVectors.Of(1, 8, seed: 8);
        using var table = Write([.. Enumerable.Repeat(vector, 9000).SelectMany(values => values)], 8);
        Assert.That(table.Nearest([vector], 3, CancellationToken.None)[0].Select(row => row.Row), Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public void A_search_that_is_cancelled_ends()
    {
        using var table = Write(RandomVectors.Of(10, 8, seed: 9), 8);
        Assert.That(
            () => table.Nearest([new float[8]], 1, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(11, 8, "'table.00000' must be float32 of shape [11, 8]")]
    [TestCase(10, 9, "must be float32 of shape [10, 9]")]
    [TestCase(70_000, 8, "must be float32 of shape [65536, 8]")]
    public void A_file_with_other_vectors_is_refused(int rows, int dimensions, string message)
    {
        Write(RandomVectors.Of(10, 8, seed: 9), 8).Dispose();
        Assert.That(
            () => VectorTable.Open(_folder.File("table.safetensors"), "table", rows, dimensions),
            Throws.TypeOf<MpucException>().With.Message.Contains(message));
    }

    private VectorTable Write(float[] values, int dimensions)
    {
        using var scope = NewDisposeScope();
        var (path, vectors) = (_folder.File("table.safetensors"), tensor(values, [values.Length / dimensions, dimensions]));
        SafetensorsFile.Write(path, VectorTable.Tensors("table", vectors).ToDictionary(StringComparer.Ordinal));
        return VectorTable.Open(path, "table", values.Length / dimensions, dimensions);
    }
}
