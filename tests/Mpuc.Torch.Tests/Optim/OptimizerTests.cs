using Mpuc.Torch.Tests.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Optim;

internal sealed class OptimizerTests : ScopedTests
{
    [Test]
    public void A_closure_computes_the_loss_with_gradients_and_is_returned()
    {
        var parameter = new Parameter(full([1], 3, ScalarType.Float32));
        using var optimizer = optim.SGD([parameter], 0.5);
        Tensor? loss;
        using (no_grad())
        {
            loss = optimizer.step(() =>
            {
                var square = (parameter * parameter).sum();
                square.backward();
                return square;
            });
        }

        Assert.That(loss!.item<float>(), Is.EqualTo(9));
        Assert.That(parameter.item<float>(), Is.EqualTo(0));
    }

    [Test]
    public void A_parameter_without_a_gradient_stays_as_it_is()
    {
        Parameter[] parameters = [new(ones(1)), new(ones(1))];
        using var optimizer = optim.AdamW(parameters, 0.1, weight_decay: 0.5);
        parameters[1].grad = ones(1);

        optimizer.step();

        Assert.That(parameters[0].item<float>(), Is.EqualTo(1));
        Assert.That(parameters[1].item<float>(), Is.LessThan(1));
    }

    [Test]
    public void Gradients_are_filled_with_zeros()
    {
        Parameter[] parameters = [new(ones(2)), new(ones(1))];
        using var optimizer = optim.SGD(parameters, 0.1);
        parameters[0].grad = ones(2);

        optimizer.zero_grad();

        Assert.That(parameters[0].grad!.Equals(zeros(2)), Is.True);
        Assert.That(parameters[1].grad, Is.Null);
    }

    [Test]
    public void A_group_takes_the_options_it_does_not_have_from_the_optimizer()
    {
        var parameters = new[] { new Parameter(ones(1)), new Parameter(ones(1)) };
        using var optimizer = optim.Adam([parameters[0]], 0.1, beta1: 0.7, weight_decay: 0.2);
        var group = new Adam.ParamGroup([parameters[1]], new Adam.Options { weight_decay = 0 });

        optimizer.add_param_group(group);

        Assert.That((group.LearningRate, group.Betas, group.Options.weight_decay), Is.EqualTo((0.1, (0.7, 0.999), (double?)0)));
        Assert.That(optimizer.parameters(), Is.EqualTo(parameters));
        optimizer.Betas = (0.1, 0.2);
        Assert.That(group.Betas, Is.EqualTo((0.1, 0.2)));
    }

    [Test]
    public void A_parameter_in_two_groups_is_refused()
    {
        var parameter = new Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], 0.1);

        Assert.That(
            () => optimizer.add_param_group(new SGD.ParamGroup([parameter])), Throws.ArgumentException.With.Message.Contains("one group"));
        Assert.That(() => optim.SGD([parameter, parameter], 0.1), Throws.ArgumentException);
    }

    [Test]
    public void Options_out_of_range_are_refused_with_their_value()
    {
        Parameter[] parameters = [new(ones(1))];

        Assert.That(
            () => optim.SGD(parameters, -0.1),
            Throws.ArgumentException.With.Message.Contains("learning rate").And.Message.Contains("-0.1"));
        Assert.That(() => optim.SGD(parameters, double.NaN), Throws.ArgumentException);
        Assert.That(() => optim.SGD(parameters, 0.1, nesterov: true), Throws.ArgumentException.With.Message.Contains("Nesterov"));
        Assert.That(() => optim.Adam(parameters, beta2: 1), Throws.ArgumentException.With.Message.Contains("second beta"));
        Assert.That(() => optim.AdamW(parameters, weight_decay: -1), Throws.ArgumentException.With.Message.Contains("weight decay"));
    }

    [Test]
    public void Named_parameters_can_be_given()
    {
        using var layer = nn.Linear(2, 1);
        using var optimizer = optim.AdamW(layer.named_parameters(), 0.1);

        Assert.That(optimizer.parameters(), Is.EqualTo(new[] { layer.weight, layer.bias }));
    }

    [Test]
    public void A_group_carries_its_own_options()
    {
        Parameter[] parameters = [new(ones(1)), new(ones(1)), new(ones(1))];
        var adam = new Adam.ParamGroup([parameters[0]], 0.3, 0.5, 0.6, 1e-4, 0.1, amsgrad: true, maximize: true);
        var adamW = new AdamW.ParamGroup([parameters[1]], 0.3, 0.5, 0.6, 1e-4, 0.1, amsgrad: true, maximize: true);
        using var first = optim.Adam([adam]);
        using var second = optim.AdamW([adamW]);

        Assert.That((adam.LearningRate, adam.Betas, adam.Options.eps), Is.EqualTo((0.3, (0.5, 0.6), (double?)1e-4)));
        Assert.That((adamW.LearningRate, second.Betas, adamW.Options.amsgrad), Is.EqualTo((0.3, (0.5, 0.6), (bool?)true)));
        second.Betas = (0.7, 0.8);
        adamW.InitialLearningRate = 4;
        Assert.That((adamW.Betas, adamW.Options.InitialLearningRate), Is.EqualTo(((0.7, 0.8), 4.0)));
    }

    [Test]
    public void A_group_of_a_plain_kind_takes_the_optimizers_options()
    {
        using var optimizer = optim.AdamW([new Parameter(ones(1))], 0.2, beta1: 0.4);
        var group = new ParamGroup { Parameters = [new Parameter(ones(1))] };
        Assert.That(() => group.LearningRate, Throws.InvalidOperationException);

        optimizer.add_param_group(group);

        Assert.That((group.LearningRate, ((AdamW.Options)group.Options).beta1), Is.EqualTo((0.2, (double?)0.4)));
    }

    [Test]
    public void A_gradient_that_was_recorded_is_freed_of_its_graph()
    {
        var parameter = new Parameter(full([1], 2, ScalarType.Float32));
        using var optimizer = optim.SGD([parameter], 0.1);
        (parameter * parameter).sum().backward(create_graph: true);
        Assert.That(parameter.grad!.requires_grad, Is.True);

        optimizer.zero_grad();

        Assert.That(parameter.grad!.requires_grad, Is.False);
        Assert.That(parameter.grad.item<float>(), Is.Zero);
    }

    [Test]
    public void A_momentum_is_set_for_all_groups()
    {
        using var optimizer = optim.SGD([new SGD.ParamGroup([new Parameter(ones(1))]), new SGD.ParamGroup([new Parameter(ones(1))])], 0.1);

        optimizer.Momentum = 0.3;

        Assert.That(optimizer.ParamGroups.Cast<optim.IMomentum>().Select(group => group.Momentum), Is.All.EqualTo(0.3));
    }

    [Test]
    public void A_model_learns_a_line()
    {
        manual_seed(1);
        using var layer = nn.Linear(1, 1);
        using var optimizer = optim.AdamW(layer.parameters(), 0.05);
        var x = linspace(-1, 1, 50).unsqueeze(1);
        var y = (x * 3) - 0.5;
        for (var step = 0; step < 500; step++)
        {
            optimizer.zero_grad();
            nn.functional.mse_loss(layer.call(x), y).backward();
            optimizer.step();
        }

        Assert.That(layer.weight.item<float>(), Is.EqualTo(3).Within(1e-2));
        Assert.That(layer.bias!.item<float>(), Is.EqualTo(-0.5).Within(1e-2));
    }
}
