using Mpuc.Plugins.Landmarks.Graphs;
using TorchSharp;

namespace Mpuc.Plugins.Landmarks.Tests.Graphs;

[TestFixture]
internal sealed class FaceGraphTests
{
    [Test]
    public void There_are_65_edges_each_once_between_51_nodes()
    {
        Assert.That(FaceGraph.Edges, Has.Count.EqualTo(65).And.Unique);
        Assert.That(FaceGraph.Edges.All(edge => edge.From >= 0 && edge.From < edge.To && edge.To < 51), Is.True);
    }

    [Test]
    public void Every_node_can_be_reached_from_every_other()
    {
        var reached = new HashSet<int> { 0 };
        while (FaceGraph.Edges.Any(edge => reached.Contains(edge.From) != reached.Contains(edge.To)))
        {
            reached.UnionWith(
                FaceGraph.Edges.Where(edge => reached.Contains(edge.From) || reached.Contains(edge.To))
                    .SelectMany(edge => new[] { edge.From, edge.To }));
        }

        Assert.That(reached, Has.Count.EqualTo(51));
    }

    [Test]
    public void The_edges_are_those_of_the_design()
    {
        var path = TestData.Shared("..", "design", "landmark-graph.csv");

        var expected = File.ReadLines(path)
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (int.Parse(cells[0]), int.Parse(cells[1])));

        Assert.That(FaceGraph.Edges, Is.EqualTo(expected));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void The_normalised_adjacency_is_that_of_the_formula(int selfLoops)
    {
        using var scope = torch.NewDisposeScope();
        var adjacency = selfLoops * torch.eye(51, dtype: torch.ScalarType.Float64);
        foreach (var (from, to) in FaceGraph.Edges)
        {
            adjacency[from, to] = 1;
            adjacency[to, from] = 1;
        }

        var root = torch.diag(adjacency.sum(dim: 1).pow(-0.5));
        var expected = root.mm(adjacency).mm(root);

        var actual = FaceGraph.NormalizedAdjacency(selfLoops).to_type(torch.ScalarType.Float64);

        Assert.That((actual - expected).abs().max().item<double>(), Is.LessThan(1e-7));
    }
}
