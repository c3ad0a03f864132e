using Mpuc.Host.Data;
using Mpuc.Host.Datasets.Synthetic;

namespace Mpuc.Host.Tests.Datasets.Synthetic;

public class SyntheticVectorsTests
{
    private static readonly SyntheticOptions Options = new();

    private readonly SyntheticVectors _vectors = new(Options);

    [Test]
    public void Every_latent_dimension_moves_the_vector_in_a_direction_of_its_own()
    {
        var still = Render([0, 0, 0, 0]);
        double[][] moves = [.. Enumerable.Range(0, 4).Select(dimension =>
        {
            var latent = new double[4];
            latent[dimension] = 2;
            return Render(latent).Zip(still, (a, b) => a - b).ToArray();
        })];
        for (var a = 0; a < 4; a++)
        {
            for (var b = 0; b < 4; b++)
            {
                Assert.That(moves[a].Zip(moves[b], (x, y) => x * y).Sum(), Is.EqualTo(a == b ? 4 : 0).Within(1e-10));
            }
        }
    }

    [Test]
    public void Nuisances_are_stronger_than_the_latent()
    {
        var vectors = Enumerable.Range(0, 500).Select(i => Render([0, 0, 0, 0], $"r{i}")).ToList();
        var means = Enumerable.Range(0, SyntheticVectors.Size(Options)).Select(i => vectors.Average(vector => vector[i])).ToList();
        var variance = vectors.Average(vector => vector.Zip(means, (value, mean) => (value - mean) * (value - mean)).Sum());
        Assert.That(variance, Is.EqualTo((12 * 4 * 4) + (32 * 0.3 * 0.3)).Within(12));
    }

    [Test]
    public void The_same_recording_looks_the_same_every_time() =>
        Assert.That(new SyntheticVectors(Options).Render(Recording([1, 2, 3, 4], "r")), Is.EqualTo(Render([1, 2, 3, 4])));

    private static SyntheticRecording Recording(double[] vector, string id) => new(id, 0, 0, false, false, vector, vector, vector);

    private double[] Render(double[] vector, string id = "r") => _vectors.Render(Recording(vector, id));
}
