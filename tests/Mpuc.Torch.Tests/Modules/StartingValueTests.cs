using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.init;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class StartingValueTests : ScopedTests
{
    private static readonly Dictionary<string, (Func<Module> Make, double Bound)> Uniform = new()
    {
        ["linear"] = (() => Linear(400, 300), 1 / Math.Sqrt(400)),
        ["conv1d"] = (() => Conv1d(60, 100, 5), 1 / Math.Sqrt(60 * 5)),
        ["conv2d in groups"] = (() => Conv2d(40, 100, 3, groups: 4), 1 / Math.Sqrt(10 * 9)),
        ["conv_transpose1d"] = (() => ConvTranspose1d(100, 80, 4), 1 / Math.Sqrt(80 * 4)),
        ["bilinear"] = (() => Bilinear(50, 20, 40), 1 / Math.Sqrt(50)),
        ["lstm"] = (() => LSTM(30, 64), 1 / Math.Sqrt(64)),
    };

    public static IEnumerable<string> UniformLayers => Uniform.Keys;

    [SetUp]
    public void Seed() => manual_seed(11);

    [Test]
    public void A_layer_starts_uniform_within_PyTorchs_bound([ValueSource(nameof(UniformLayers))] string layer)
    {
        var (make, bound) = Uniform[layer];

        var parameters = make().parameters().OrderByDescending(parameter => parameter.numel()).ToList();

        foreach (var parameter in parameters)
        {
            Assert.That(parameter.abs().max().item<float>(), Is.LessThanOrEqualTo(bound));
        }

        // Of thousands of uniform numbers the largest comes near the bound, and the deviation is the bound over sqrt(3).
        Assert.That(parameters[0].abs().max().item<float>(), Is.EqualTo(bound).Within(0.01 * bound));
        Assert.That(parameters[0].std().item<float>(), Is.EqualTo(bound / Math.Sqrt(3)).Within(0.02 * bound));
    }

    [Test]
    public void Normalisations_start_with_scale_one_and_shift_zero()
    {
        foreach (var module in new Module[] { BatchNorm1d(3), LayerNorm(3), GroupNorm(1, 3), InstanceNorm1d(3, affine: true) })
        {
            Assert.That(module.get_parameter("weight").Equals(ones(3)) && module.get_parameter("bias").Equals(zeros(3)), Is.True);
        }
    }

    [Test]
    public void Layers_start_alike_again_after_a_reset()
    {
        var (norm, convolution) = (LayerNorm(3), Conv1d(2, 2, 3));
        ones_(norm.bias!);
        zeros_(convolution.weight);

        norm.reset_parameters();
        convolution.reset_parameters();

        Assert.That(norm.bias!.Equals(zeros(3)), Is.True);
        Assert.That(convolution.weight.abs().sum().item<float>(), Is.Positive);
    }

    [Test]
    public void An_embedding_starts_normal_with_its_padding_at_zero()
    {
        var table = Embedding(1000, 50, padding_idx: 3).weight;

        Assert.That(table[3].Equals(zeros(50)), Is.True);
        Assert.That(table.mean().item<float>(), Is.EqualTo(0).Within(0.02));
        Assert.That(table.std().item<float>(), Is.EqualTo(1).Within(0.02));
    }

    [Test]
    public void Attention_starts_with_Glorots_projection_and_no_biases()
    {
        var attention = MultiheadAttention(64, 4);

        var bound = Math.Sqrt(6.0 / (64 + (3 * 64)));
        Assert.That(attention.get_parameter("in_proj_weight").abs().max().item<float>(), Is.EqualTo(bound).Within(0.01 * bound));
        Assert.That(attention.get_parameter("in_proj_bias").Equals(zeros(192)), Is.True);
        Assert.That(attention.get_parameter("out_proj.bias").Equals(zeros(64)), Is.True);
    }

    [TestCase(NonlinearityType.Linear, 0, 1)]
    [TestCase(NonlinearityType.Sigmoid, 0, 1)]
    [TestCase(NonlinearityType.Tanh, 0, 1.6666666666666667)]
    [TestCase(NonlinearityType.ReLU, 0, 1.4142135623730951)]
    [TestCase(NonlinearityType.LeakyReLU, 0.5, 1.2649110640673518)]
    public void The_gain_of_a_nonlinearity_is_PyTorchs(NonlinearityType nonlinearity, double parameter, double gain)
        => Assert.That(calculate_gain(nonlinearity, parameter), Is.EqualTo(gain).Within(1e-15));

    [Test]
    public void Fans_count_the_kernel()
        => Assert.That(CalculateFanInAndFanOut(empty(6, 4, 3, 2)), Is.EqualTo((24L, 36L)));

    [Test]
    public void A_vector_has_no_fans()
        => Assert.That(() => xavier_uniform_(empty(3)), Throws.ArgumentException.With.Message.Contains("two or more dimensions"));

    [Test]
    public void Variance_scaling_gives_its_deviation([Values] bool uniform)
    {
        var weight = empty(400, 300);

        Assert.That(
            Deviation(uniform ? xavier_uniform_(weight, 2) : xavier_normal_(weight, 2)), Is.EqualTo(2 * Math.Sqrt(2.0 / 700)).Within(1e-3));
        Assert.That(
            Deviation(uniform
                ? kaiming_uniform_(weight, nonlinearity: NonlinearityType.ReLU)
                : kaiming_normal_(weight, nonlinearity: NonlinearityType.ReLU)),
            Is.EqualTo(Math.Sqrt(2.0 / 300)).Within(1e-3));
        Assert.That(
            Deviation(uniform ? kaiming_uniform_(weight, a: 1, FanInOut.FanOut) : kaiming_normal_(weight, a: 1, FanInOut.FanOut)),
            Is.EqualTo(Math.Sqrt(1.0 / 400)).Within(1e-3));
    }

    [Test]
    public void Truncated_normal_numbers_stay_within_their_bounds()
    {
        var values = trunc_normal_(empty(100_000), mean: 1, std: 2, a: 0, b: 2);

        Assert.That(values.min().item<float>(), Is.GreaterThanOrEqualTo(0));
        Assert.That(values.max().item<float>(), Is.LessThanOrEqualTo(2));
        Assert.That(values.mean().item<float>(), Is.EqualTo(1).Within(0.01));

        // The deviation of a normal distribution cut half a deviation from its mean on both sides.
        Assert.That(values.std().item<float>(), Is.EqualTo(2 * 0.2842).Within(0.005));
    }

    [TestCase(5, 3)]
    [TestCase(3, 5)]
    [TestCase(4, 4)]
    public void An_orthogonal_matrix_has_orthonormal_rows_or_columns(int rows, int columns)
    {
        var matrix = orthogonal_(empty([rows, columns], ScalarType.Float64), gain: 3);

        var square = rows < columns ? matrix.matmul(matrix.t()) : matrix.t().matmul(matrix);
        Assert.That(square.allclose(eye(Math.Min(rows, columns), dtype: ScalarType.Float64) * 9, 1e-12, 1e-12), Is.True);
    }

    [Test]
    public void Simple_fills_are_exact_and_leave_no_trace_in_the_graph()
    {
        var parameter = new Parameter(empty(2, 3));

        Assert.That(constant_(parameter, 2.5).Equals(full([2, 3], 2.5)), Is.True);
        Assert.That(eye_(parameter).Equals(eye(2, 3)), Is.True);
        Assert.That(parameter.is_leaf && parameter.requires_grad, Is.True);
    }

    [Test]
    public void A_generator_decides_the_numbers()
    {
        using var generator = new Generator(5);
        var first = normal_(empty(10), generator: generator);
        generator.manual_seed(5);

        Assert.That(normal_(empty(10), generator: generator).Equals(first), Is.True);
    }

    private static double Deviation(Tensor tensor) => tensor.std().item<float>();
}
