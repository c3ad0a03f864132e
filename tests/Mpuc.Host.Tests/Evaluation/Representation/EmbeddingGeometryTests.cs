using Mpuc.Host.Evaluation.Representation;
using Mpuc.Host.Reporting;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation.Representation;

/// <summary>The measures against their definitions, recording by recording in double precision.</summary>
public class EmbeddingGeometryTests
{
    [Test]
    public void Every_measure_is_what_its_definition_says([Values(2, 37)] int recordings)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (voice, face) = (randn(recordings, 6), randn(recordings, 6));

        var measures = EmbeddingGeometry.Measure(new Dictionary<string, Tensor> { ["voice"] = voice, ["face"] = face });

        var (first, second) = (Unit(voice), Unit(face));
        Assert.That(measures.Alignment["voice, face"], Is.EqualTo(first.Zip(second, SquaredDistance).Average()).Within(1e-9));
        Assert.That(measures.Uniformity["face"], Is.EqualTo(Uniformity(second)).Within(1e-9));
        Assert.That(measures.Retrieval.Select(row => (row.Query, row.Target)), Is.EqualTo(new[] { ("voice", "face"), ("face", "voice") }));
        Check(measures.Retrieval[0], first, second);
        Check(measures.Retrieval[1], second, first);
    }

    [Test]
    public void Embeddings_that_agree_are_aligned_and_found_at_once()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var shared = randn(50, 8);

        var measures = EmbeddingGeometry.Measure(new Dictionary<string, Tensor> { ["a"] = shared, ["b"] = shared * 3 });

        Assert.That(measures.Alignment["a, b"], Is.EqualTo(0).Within(1e-12));
        Assert.That(measures.Retrieval, Has.All.Property(nameof(RetrievalRecall.At1)).EqualTo(1));
        Assert.That(measures.Retrieval[0].ChanceAt5, Is.EqualTo(0.1));
    }

    [Test]
    public void Embeddings_that_are_all_the_same_retrieve_nothing_and_are_not_uniform()
    {
        using var scope = NewDisposeScope();

        var measures = EmbeddingGeometry.Measure(new Dictionary<string, Tensor> { ["a"] = ones(30, 4), ["b"] = ones(30, 4) });

        Assert.That(measures.Uniformity["a"], Is.EqualTo(0).Within(1e-9));
        Assert.That(measures.Retrieval, Has.All.Property(nameof(RetrievalRecall.At10)).EqualTo(0));
    }

    [Test]
    public void Recordings_without_a_modality_take_no_part_in_its_measures()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var (whole, partial) = (randn(20, 5), randn(20, 5));
        partial[TensorIndex.Slice(0, 8)] = float.NaN;

        var measures = EmbeddingGeometry.Measure(new Dictionary<string, Tensor> { ["a"] = whole, ["b"] = partial });
        var rest = EmbeddingGeometry.Measure(
            new Dictionary<string, Tensor> { ["a"] = whole.narrow(0, 8, 12), ["b"] = partial.narrow(0, 8, 12) });

        Assert.That(measures.Retrieval, Is.EqualTo(rest.Retrieval));
        Assert.That(measures.Alignment["a, b"], Is.EqualTo(rest.Alignment["a, b"]).Within(1e-12));
        Assert.That(measures.Uniformity["b"], Is.EqualTo(rest.Uniformity["b"]).Within(1e-12));
        Assert.That(measures.Uniformity["a"], Is.Not.EqualTo(rest.Uniformity["a"]).Within(1e-12));
    }

    [Test]
    public void A_modality_that_one_recording_has_is_left_out()
    {
        using var scope = NewDisposeScope();
        var partial = full([4, 3], float.NaN);
        partial[0] = 1;

        var measures = EmbeddingGeometry.Measure(new Dictionary<string, Tensor> { ["a"] = randn(4, 3), ["b"] = partial });

        Assert.That(measures.Retrieval, Is.Empty);
        Assert.That(measures.Uniformity.Keys, Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void The_table_shows_chance_beside_every_recall()
    {
        var measures = new RepresentationMeasures
        {
            Alignment = new Dictionary<string, double> { ["a, b"] = 1.25 },
            Uniformity = new Dictionary<string, double> { ["a"] = -2.5, ["b"] = -3 },
            Retrieval = [new("a", "b", 40, 0.5, 0.75, 1, 0.025, 0.125, 0.25), new("b", "a", 40, 0.5, 0.75, 1, 0.025, 0.125, 0.25)],
        };
        using var text = new StringWriter();
        TerminalOutput.Console(text).Write(RepresentationTable.Of(measures));

        Assert.That(text.ToString(), Does.Match(@"a > b\s+50\.0 \(2\.5\)\s+75\.0 \(12\.5\)\s+100\.0 \(25\.0\)\s+1\.250\s+-3\.000"));
        Assert.That(text.ToString(), Does.Match(@"b > a\s+50\.0 \(2\.5\).*1\.250\s+-2\.500"));
    }

    private static void Check(RetrievalRecall recall, List<double[]> queries, List<double[]> candidates)
    {
        var ranks = queries.Select((query, i) => candidates.Count(candidate => Dot(query, candidate) >= Dot(query, candidates[i])))
            .ToList();
        Assert.That(
            new[] { recall.At1, recall.At5, recall.At10 },
            Is.EqualTo(new[] { 1, 5, 10 }.Select(k => ranks.Count(rank => rank <= k) / (double)queries.Count)).Within(1e-12));
        Assert.That(recall.ChanceAt10, Is.EqualTo(Math.Min(1, 10.0 / queries.Count)));
        Assert.That(recall.Recordings, Is.EqualTo(queries.Count));
    }

    private static double Uniformity(List<double[]> rows) => Math.Log(
        rows.SelectMany((first, i) => rows.Where((_, j) => i != j).Select(second => Math.Exp(-2 * SquaredDistance(first, second))))
            .Average());

    private static double SquaredDistance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static List<double[]> Unit(Tensor rows) =>
    [
        .. rows.data<float>().ToArray().Select(value => (double)value).Chunk((int)rows.shape[1])
            .Select(row => (row, Length: Math.Sqrt(Dot(row, row)))).Select(pair => pair.row.Select(value => value / pair.Length).ToArray()),
    ];
}
