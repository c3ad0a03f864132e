using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class LinearAlgebraTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void Matrix_products_agree_with_three_loops()
    {
        var left = Double.Random(3, 4);
        var right = Double.Random(4, 2);
        var expected = new double[6];
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 2; j++) {
                expected[i * 2 + j] = Enumerable.Range(0, 4).Sum(k => left[i, k].ToDouble() * right[k, j].ToDouble());
            }
        }

        Assert.That(Double.Values(left.matmul(right)), Is.EqualTo(expected).Within(1e-12));
        Assert.That(Double.Values(left.mm(right)), Is.EqualTo(expected).Within(1e-12));
        Assert.That(Double.Values(einsum("ik,kj->ij", left, right)), Is.EqualTo(expected).Within(1e-12));
        Assert.That(Double.Values(left.tensordot(right, 1)), Is.EqualTo(expected).Within(1e-12));
        Assert.That(Double.Values(left.tensordot(right, [(1, 0)])), Is.EqualTo(expected).Within(1e-12));
        Assert.That(Double.Values(left[TensorIndex.None].bmm(right[TensorIndex.None])), Is.EqualTo(expected).Within(1e-12));
        Assert.That(Double.Values(zeros(3, 2, dtype: float64).addmm(left, right)), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Vector_products_agree_with_a_loop()
    {
        var left = Double.Of(1, 2, 3);
        var right = Double.Of(4, -5, 6);

        Assert.That(left.dot(right).ToDouble(), Is.EqualTo(12));
        Assert.That(left.inner(right).ToDouble(), Is.EqualTo(12));
        Assert.That(Double.Values(left.outer(right)[1]), Is.EqualTo(new double[] { 8, -10, 12 }));
    }

    [Test]
    public void A_solution_solves_its_equations()
    {
        var matrix = Double.Random(4, 4);
        var right = Double.Random(4, 2);

        Assert.That(matrix.mm(linalg.solve(matrix, right)).allclose(right));
        Assert.That(matrix.mm(linalg.inv(matrix)).allclose(eye(4, dtype: float64), atol: 1e-10));
    }

    [Test]
    public void Least_squares_leave_a_residual_orthogonal_to_the_matrix()
    {
        var matrix = Double.Random(6, 3);
        var right = Double.Random(6, 1);

        var residual = right - matrix.mm(linalg.lstsq(matrix, right).Solution);

        Assert.That(matrix.t().mm(residual).abs().max().ToDouble(), Is.LessThan(1e-10));
    }

    [Test]
    public void Factors_multiply_to_the_matrix()
    {
        var matrix = Double.Random(5, 3);
        var symmetric = matrix.t().mm(matrix);

        var (u, s, vh) = linalg.svd(matrix, fullMatrices: false);
        Assert.That((u * s).mm(vh).allclose(matrix));

        var (q, r) = linalg.qr(matrix);
        Assert.That(q.mm(r).allclose(matrix));

        var (values, vectors) = linalg.eigh(symmetric);
        Assert.That((vectors * values).mm(vectors.t()).allclose(symmetric));

        var lower = linalg.cholesky(symmetric);
        Assert.That(lower.mm(lower.t()).allclose(symmetric));
    }

    [Test]
    public void A_determinant_follows_from_its_eigenvalues()
    {
        var matrix = Double.Random(3, 3);
        var symmetric = matrix + matrix.t();

        Assert.That(linalg.det(symmetric).ToDouble(), Is.EqualTo(linalg.eigvalsh(symmetric).prod().ToDouble()).Within(1e-10));
        Assert.That(
            slogdet(symmetric).logabsdet.ToDouble(), Is.EqualTo(Math.Log(Math.Abs(linalg.det(symmetric).ToDouble()))).Within(1e-10));
    }

    [Test]
    public void A_pseudo_inverse_of_a_tall_matrix_is_a_left_inverse()
    {
        var matrix = Double.Random(5, 3);

        Assert.That(matrix.pinverse().mm(matrix).allclose(eye(3, dtype: float64), atol: 1e-10));
    }

    [Test]
    public void Norms_follow_their_definitions()
    {
        var matrix = tensor(new double[,] { { 3, 0 }, { -4, 1 } });

        Assert.That(linalg.norm(matrix).ToDouble(), Is.EqualTo(Math.Sqrt(26)).Within(1e-12));
        Assert.That(linalg.matrix_norm(matrix, double.PositiveInfinity).ToDouble(), Is.EqualTo(5));
        Assert.That(Double.Values(linalg.vector_norm(matrix, dims: [0])), Is.EqualTo(new[] { 5.0, 1 }).Within(1e-12));
        Assert.That(linalg.norm(matrix, "nuc").ToDouble(), Is.EqualTo(linalg.svdvals(matrix).sum().ToDouble()).Within(1e-12));
    }

    [Test]
    public void A_singular_matrix_is_refused_in_libtorchs_words() =>
        Assert.That(() => linalg.inv(zeros(2, 2)), Throws.InstanceOf<ExternalException>().With.Message.Contains("singular"));

    [TestCase(1.0)]
    [TestCase(2.0)]
    public void Distances_between_rows_agree_with_two_loops(double p)
    {
        var left = Double.Random(3, 4);
        var right = Double.Random(2, 4) + 1;

        var distances = cdist(left, right, p);

        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 2; j++) {
                var expected = Double.Values(left[i] - right[j]).Sum(value => Math.Pow(Math.Abs(value), p));
                Assert.That(distances[i, j].ToDouble(), Is.EqualTo(Math.Pow(expected, 1 / p)).Within(1e-10));
            }
        }
    }
}
