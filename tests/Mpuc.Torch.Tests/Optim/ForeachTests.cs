using Mpuc.Torch.Tests.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Optim;

/// <summary>The optimizers work on lists of tensors; here they are compared with the same steps written out number by number.</summary>
internal sealed class ForeachTests : ScopedTests
{
    private const int Steps = 20;
    private static readonly long[][] Shapes = [[3, 4], [5], [], [2, 1, 3]];

    [TestCase(0, false, false)]
    [TestCase(0.9, false, true)]
    [TestCase(0.9, true, false)]
    public void Gradient_descent_equals_its_formula(double momentum, bool nesterov, bool maximize)
        => Compare(
            parameters => optim.SGD(parameters, 0.05, momentum, 0, 0.03, nesterov, maximize),
            (state, value, gradient, _) =>
            {
                var g = (maximize ? -gradient : gradient) + (0.03 * value);
                state[0] = (momentum * state[0]) + g;
                return value - (0.05 * (nesterov ? g + (momentum * state[0]) : state[0]));
            });

    [Test]
    public void Adam_equals_its_algorithm([Values] bool decoupled, [Values] bool amsgrad, [Values] bool maximize)
        => Compare(
            parameters => decoupled
                ? optim.AdamW(parameters, 0.05, 0.8, 0.95, 1e-6, 0.03, amsgrad, maximize)
                : optim.Adam(parameters, 0.05, 0.8, 0.95, 1e-6, 0.03, amsgrad, maximize),
            (state, value, gradient, step) =>
            {
                var g = (maximize ? -gradient : gradient) + (decoupled ? 0 : 0.03 * value);
                state[0] = (0.8 * state[0]) + (0.2 * g);
                state[1] = (0.95 * state[1]) + (0.05 * g * g);
                state[2] = Math.Max(state[2], state[1]);
                var mean = state[0] / (1 - Math.Pow(0.8, step));
                var meanSquare = (amsgrad ? state[2] : state[1]) / (1 - Math.Pow(0.95, step));
                return value - (decoupled ? 0.05 * 0.03 * value : 0) - (0.05 * mean / (Math.Sqrt(meanSquare) + 1e-6));
            });

    private static void Compare(Func<Parameter[], optim.Optimizer> make, Func<double[], double, double, int, double> update)
    {
        manual_seed(3);
        Parameter[] parameters = [.. Shapes.Select(shape => new Parameter(randn(shape, ScalarType.Float64)))];
        var values = parameters.Select(parameter => parameter.detach().data<double>().ToArray()).ToArray();
        var states = values.Select(list => list.Select(_ => new double[3]).ToArray()).ToArray();
        using var optimizer = make(parameters);

        for (var step = 1; step <= Steps; step++)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                var gradient = randn(Shapes[i], ScalarType.Float64);
                parameters[i].grad = gradient;
                var numbers = gradient.data<double>().ToArray();
                for (var j = 0; j < numbers.Length; j++)
                {
                    values[i][j] = update(states[i][j], values[i][j], numbers[j], step);
                }
            }

            optimizer.step();
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            Assert.That(parameters[i].detach().data<double>().ToArray(), Is.EqualTo(values[i]).Within(1e-12));
        }
    }
}
