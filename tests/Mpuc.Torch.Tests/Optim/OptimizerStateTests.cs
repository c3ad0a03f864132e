using Mpuc.Torch.Tests.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Optim;

internal sealed class OptimizerStateTests : ScopedTests
{
    private static readonly Dictionary<string, Func<Parameter[], OptimizerHelper>> Optimizers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1, momentum: 0.9),
        ["Adam"] = p => optim.Adam(p, 0.1),
        ["AdamW"] = p => optim.AdamW(p, 0.1, weight_decay: 0.1, amsgrad: true),
    };

    public static IEnumerable<string> Names => Optimizers.Keys;

    [Test]
    public void An_optimizer_that_loads_a_state_goes_on_as_the_one_that_saved_it([ValueSource(nameof(Names))] string name)
    {
        var (first, second) = (Parameters(), Parameters());
        using var saved = Optimizers[name](first);
        Step(saved, first, 3);
        using var loaded = Optimizers[name](second);
        loaded.ParamGroups.First().LearningRate = 7;
        Copy(first, second);

        loaded.load_state_dict(saved.state_dict());

        Assert.That(loaded.ParamGroups.First().LearningRate, Is.EqualTo(0.1));
        Assert.That(
            loaded.state_dict().State.Zip(saved.state_dict().State, (ours, theirs) => ours.ApproximatelyEquals(theirs)), Is.All.True);
        Step(saved, first, 2);
        Step(loaded, second, 2);
        Assert.That(first.Zip(second, (a, b) => a.Equals(b)), Is.All.True);
    }

    [Test]
    public void A_loaded_state_is_a_copy([ValueSource(nameof(Names))] string name)
    {
        var (first, second) = (Parameters(), Parameters());
        var saved = Optimizers[name](first);
        Step(saved, first, 1);
        using var loaded = Optimizers[name](second);
        loaded.load_state_dict(saved.state_dict());

        saved.Dispose();

        Assert.That(() => Step(loaded, second, 1), Throws.Nothing);
    }

    [Test]
    public void A_state_tells_the_groups_apart()
    {
        var parameters = Parameters();
        using var optimizer = optim.SGD([new SGD.ParamGroup([parameters[1]]), new SGD.ParamGroup([parameters[0]], lr: 0.5)], 0.1);

        var state = optimizer.state_dict();

        Assert.That(state.StateIndexRef, Is.EqualTo(new[] { new List<int> { 0 }, [1] }));
        Assert.That(state.Options.Select(options => options.LearningRate), Is.EqualTo(new double?[] { 0.001, 0.5 }));
        Assert.That(state.State, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_state_of_other_groups_is_refused_with_both_sizes()
    {
        using var one = optim.SGD(Parameters()[..1], 0.1);
        using var two = optim.SGD(Parameters(), 0.1);

        Assert.That(
            () => one.load_state_dict(two.state_dict()), Throws.ArgumentException.With.Message.Contains("[1]").And.Message.Contains("[2]"));
    }

    [Test]
    public void A_state_of_another_optimizer_is_refused()
    {
        using var descent = optim.SGD(Parameters(), 0.1);
        using var adam = optim.Adam(Parameters(), 0.1);

        Assert.That(() => descent.load_state_dict(adam.state_dict()), Throws.ArgumentException.With.Message.Contains("Adam"));
    }

    [Test]
    public void The_state_can_be_read_and_set_for_a_checkpoint()
    {
        var parameters = Parameters();
        using var optimizer = optim.Adam(parameters, 0.1);
        Step(optimizer, parameters, 2);

        var state = (Adam.State)optimizer.state_dict().State[0];
        state.step = 10;
        state.exp_avg!.zero_();

        Assert.That(((Adam.State)optimizer.state_dict().State[0]).step, Is.EqualTo(10));
        Assert.That(state.max_exp_avg_sq, Is.Null);
    }

    [Test]
    public void States_move_with_their_parameters()
    {
        var parameters = Parameters();
        using var optimizer = optim.AdamW(parameters, 0.1, amsgrad: true);

        optimizer.to(CPU);

        Assert.That(() => Step(optimizer, parameters, 1), Throws.Nothing);
    }

    private static Parameter[] Parameters() => [new(ones(2, 3)), new(full([2], 2, ScalarType.Float32))];

    private static void Copy(Parameter[] from, Parameter[] to)
    {
        using (no_grad())
        {
            foreach (var (source, target) in from.Zip(to))
            {
                target.copy_(source);
            }
        }
    }

    private static void Step(optim.Optimizer optimizer, Parameter[] parameters, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            parameters.Select(parameter => (parameter * parameter * parameter).sum()).Aggregate((sum, term) => sum + term).backward();
            optimizer.step();
        }
    }
}
