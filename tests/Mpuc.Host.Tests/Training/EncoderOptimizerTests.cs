using Mpuc.Host.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

/// <summary>The optimizers against their formulas, number by number in double precision.</summary>
public class EncoderOptimizerTests
{
    private const double Rate = 0.05;
    private static readonly double[] Start = [0.5, -1.25, 2, 0, -0.75, 1];

    // Weight decay adds to the gradient; momentum keeps all of it (Sutskever et al. 2013, as PyTorch has it).
    [Test]
    public void SGD_with_momentum_and_decay_takes_the_steps_of_its_formula([Values(0, 0.9)] double momentum, [Values(0, 0.1)] double decay)
    {
        var (weights, velocity) = (Start.ToArray(), new double[Start.Length]);
        var steps = Steps(new TrainingOptions { LearningRate = Rate, Momentum = momentum, WeightDecay = decay }, (_, gradient) =>
        {
            for (var i = 0; i < weights.Length; i++)
            {
                velocity[i] = (momentum * velocity[i]) + gradient[i] + (decay * weights[i]);
                weights[i] -= Rate * velocity[i];
            }

            return weights;
        });

        Assert.That(steps, Is.LessThan(1e-5));
    }

    // Loshchilov and Hutter 2019: the decay is no part of the gradient.
    [Test]
    public void AdamW_takes_the_steps_of_its_formula([Values(0, 0.1)] double decay)
    {
        var (weights, average, square) = (Start.ToArray(), new double[Start.Length], new double[Start.Length]);
        var steps =
            Steps(new TrainingOptions { Optimizer = OptimizerKind.AdamW, LearningRate = Rate, WeightDecay = decay }, (step, gradient) =>
        {
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] *= 1 - (Rate * decay);
                average[i] = (0.9 * average[i]) + (0.1 * gradient[i]);
                square[i] = (0.999 * square[i]) + (0.001 * gradient[i] * gradient[i]);
                weights[i] -= Rate * average[i] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }

            return weights;
        });

        Assert.That(steps, Is.LessThan(1e-4));
    }

    [Test]
    public void A_learning_rate_of_zero_moves_nothing()
    {
        using var scope = NewDisposeScope();
        using var model = Layer();
        using var optimizer = new EncoderOptimizer(model, new TrainingOptions { LearningRate = Rate });
        optimizer.SetLearningRate(0);

        Learn(model, optimizer, 1);

        Assert.That(Weights(model), Is.EqualTo(Start).Within(1e-7));
    }

    [Test]
    public void Weights_that_are_not_trained_are_no_parameters_and_stay()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(3, 2);
        model.bias!.requires_grad = false;
        using var optimizer = new EncoderOptimizer(model, new TrainingOptions { LearningRate = Rate });
        var bias = model.bias.data<float>().ToArray();

        model.forward(ones(1, 3)).sum().backward();
        optimizer.Step();

        Assert.That(optimizer.Parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "weight" }));
        Assert.That(model.bias.data<float>().ToArray(), Is.EqualTo(bias));
    }

    [TestCase("sgd", "optimizer.momentum.weight")]
    [TestCase("adamW", "optimizer.average.weight,optimizer.squareAverage.weight,optimizer.step.weight")]
    public void Before_the_first_step_there_is_no_state_and_then_it_has_the_weights_names(string optimizer, string names)
    {
        using var scope = NewDisposeScope();
        using var model = Layer();
        using var trained = new EncoderOptimizer(model, Options(optimizer));

        Assert.That(trained.State(), Is.Empty);
        Learn(model, trained, 1);

        Assert.That(trained.State().Keys.Order(StringComparer.Ordinal), Is.EqualTo(names.Split(',')));
    }

    [TestCase("sgd")]
    [TestCase("adamW")]
    public void What_was_restored_goes_on_to_the_same_bits_and_does_not_share_memory(string optimizer)
    {
        using var scope = NewDisposeScope();
        using var model = Layer();
        using var trained = new EncoderOptimizer(model, Options(optimizer));
        Learn(model, trained, 3);
        using var other = nn.Linear(3, 2, hasBias: false);
        other.load_state_dict(model.state_dict());
        using var restored = new EncoderOptimizer(other, Options(optimizer));
        var state = trained.State();
        restored.Restore(state);

        // What the first one does next must not reach the second.
        Learn(model, trained, 4, from: 3);
        Learn(other, restored, 4, from: 3);

        Assert.That(other.weight!.bytes.ToArray(), Is.EqualTo(model.weight!.bytes.ToArray()));
    }

    [Test]
    public void State_of_other_weights_is_left_alone()
    {
        using var scope = NewDisposeScope();
        using var model = Layer();
        using var optimizer = new EncoderOptimizer(model, new TrainingOptions { LearningRate = Rate });

        optimizer.Restore(new Dictionary<string, Tensor> { ["optimizer.momentum.other"] = ones(2, 3) });

        Assert.That(optimizer.State(), Is.Empty);
    }

    // The greatest distance from the reference over several steps.
    private static double Steps(TrainingOptions options, Func<int, double[], double[]> reference)
    {
        using var scope = NewDisposeScope();
        using var model = Layer();
        using var optimizer = new EncoderOptimizer(model, options);
        var distance = 0.0;
        for (var step = 1; step <= 8; step++)
        {
            var gradient = Enumerable.Range(0, Start.Length).Select(i => Math.Sin((step * 1.7) + i)).ToArray();
            optimizer.ClearGradients();
            (model.weight! * tensor(gradient, ScalarType.Float32).reshape(2, 3)).sum().backward();
            optimizer.Step();
            distance = Math.Max(distance, Weights(model).Zip(reference(step, gradient), (ours, theirs) => Math.Abs(ours - theirs)).Max());
        }

        return distance;
    }

    private static void Learn(Linear model, EncoderOptimizer optimizer, int steps, int from = 0)
    {
        for (var step = from; step < from + steps; step++)
        {
            optimizer.ClearGradients();
            model.forward(tensor(new[] { 1f, -0.5f * step, 0.25f })).tanh().sum().backward();
            optimizer.Step();
        }
    }

    private static TrainingOptions Options(string optimizer) =>
        new() { LearningRate = Rate, Optimizer = Enum.Parse<OptimizerKind>(optimizer, ignoreCase: true) };

    private static Linear Layer()
    {
        var layer = nn.Linear(3, 2, hasBias: false);
        using var noGradient = no_grad();
        layer.weight!.copy_(tensor(Start, ScalarType.Float32).reshape(2, 3));
        return layer;
    }

    private static IEnumerable<double> Weights(Linear model) => model.weight!.data<float>().ToArray().Select(value => (double)value);
}
