using Mpuc.Torch.Tests.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Mpuc.Torch.Tests.Optim;

internal sealed class SchedulerTests : ScopedTests
{
    private static readonly Dictionary<string, Func<optim.Optimizer, LRScheduler>> ClosedForms = new()
    {
        ["StepLR"] = o => StepLR(o, 3, 0.5),
        ["MultiStepLR"] = o => MultiStepLR(o, [2, 5], 0.5),
        ["ConstantLR"] = o => ConstantLR(o, 0.25, 4),
        ["LinearLR"] = o => LinearLR(o, 0.2, 0.9, 6),
        ["ExponentialLR"] = o => ExponentialLR(o, 0.9),
        ["PolynomialLR"] = o => PolynomialLR(o, 8, 2),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, 8, 0.01),
        ["LambdaLR"] = o => LambdaLR(o, epoch => 1.0 / (1 + epoch)),
    };

    public static IEnumerable<string> Names => ClosedForms.Keys;

    [Test]
    public void A_jump_to_an_epoch_gives_the_rate_of_walking_there([ValueSource(nameof(Names))] string name)
    {
        using var walker = Optimizer();
        using var jumper = Optimizer();
        var (walk, jump) = (ClosedForms[name](walker), ClosedForms[name](jumper));

        for (var epoch = 1; epoch < 10; epoch++)
        {
            walk.step();
            jump.step(epoch);

            Assert.That(jump.get_last_lr(), Is.EqualTo(walk.get_last_lr()).Within(1e-12), $"epoch {epoch}");
        }
    }

    [Test]
    public void The_rates_last_set_are_the_optimizers()
    {
        using var optimizer = Optimizer();
        var schedule = ExponentialLR(optimizer, 0.5);
        schedule.step();

        Assert.That(schedule.get_last_lr(), Is.EqualTo(new[] { 0.25 }));
        Assert.That(optimizer.ParamGroups.Single().LearningRate, Is.EqualTo(0.25));
        Assert.That(optimizer.ParamGroups.Single().InitialLearningRate, Is.EqualTo(0.5));
    }

    [Test]
    public void A_schedule_starts_from_the_rate_set_before_it()
    {
        using var optimizer = Optimizer();
        optimizer.ParamGroups.Single().LearningRate = 8;

        var schedule = LambdaLR(optimizer, epoch => 1.0 / (1 + epoch));
        schedule.step();

        Assert.That(optimizer.ParamGroups.Single().LearningRate, Is.EqualTo(4));
    }

    [Test]
    public void A_resumed_schedule_goes_on_where_it_stopped()
    {
        using var whole = Optimizer();
        using var resumed = Optimizer();
        var schedule = LambdaLR(whole, epoch => 1.0 / (1 + epoch));
        for (var epoch = 0; epoch < 4; epoch++)
        {
            schedule.step();
        }

        LambdaLR(resumed, epoch => 1.0 / (1 + epoch), last_epoch: 3);

        Assert.That(resumed.ParamGroups.Single().LearningRate, Is.EqualTo(whole.ParamGroups.Single().LearningRate));
    }

    [Test]
    public void A_cosine_goes_on_where_it_stopped()
    {
        using var whole = Optimizer();
        using var resumed = Optimizer();
        var schedule = CosineAnnealingLR(whole, 8, 0.01);
        for (var epoch = 0; epoch < 5; epoch++)
        {
            schedule.step();
        }

        CosineAnnealingLR(resumed, 8, 0.01, last_epoch: 4);

        Assert.That(resumed.ParamGroups.Single().LearningRate, Is.EqualTo(whole.ParamGroups.Single().LearningRate).Within(1e-12));
    }

    [Test]
    public void A_step_to_no_epoch_or_by_a_measure_is_the_next_step()
    {
        using var optimizer = Optimizer();
        var schedule = ExponentialLR(optimizer, 0.5);

        schedule.step(null);
        schedule.step(3.7);

        Assert.That(schedule.get_last_lr().Single(), Is.EqualTo(0.125));
    }

    [Test]
    public void Changes_are_written_out_if_asked()
    {
        using var optimizer = Optimizer();
        var output = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            StepLR(optimizer, 1, 0.5, verbose: true).step();
        }
        finally
        {
            Console.SetOut(output);
        }

        Assert.That(written.ToString().Trim(), Is.EqualTo("Epoch 1: group 0 has the learning rate 0.25."));
    }

    [Test]
    public void A_schedule_of_its_own_kind_changes_nothing_unless_it_says_so()
    {
        using var optimizer = Optimizer();

        new Unchanging(optimizer).step();

        Assert.That(optimizer.ParamGroups.Single().LearningRate, Is.EqualTo(0.5));
    }

    [Test]
    public void Every_group_needs_its_function()
    {
        using var optimizer = Optimizer();

        Assert.That(() => new impl.LambdaLR(optimizer, []), Throws.ArgumentException.With.Message.Contains("1 groups, not 0"));
        Assert.That(() => new impl.MultiplicativeLR(optimizer, []), Throws.ArgumentException.With.Message.Contains("1 groups, not 0"));
        Assert.That(() => new impl.OneCycleLR(optimizer, [1, 2], 5), Throws.ArgumentException.With.Message.Contains("1 groups, not 2"));
    }

    [Test]
    public void A_plateau_needs_a_measure()
    {
        using var optimizer = Optimizer();

        Assert.That(() => ReduceLROnPlateau(optimizer).step(), Throws.InvalidOperationException.With.Message.Contains("measure"));
    }

    [Test]
    public void A_plateaus_options_are_checked()
    {
        using var optimizer = Optimizer();

        Assert.That(() => ReduceLROnPlateau(optimizer, "least"), Throws.ArgumentException.With.Message.Contains("\"least\""));
        Assert.That(() => ReduceLROnPlateau(optimizer, factor: 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_cycle_of_unknown_length_is_refused()
    {
        using var optimizer = Optimizer();

        Assert.That(() => OneCycleLR(optimizer, 1, epochs: 3), Throws.ArgumentException.With.Message.Contains("steps_per_epoch"));
    }

    [Test]
    public void A_cycle_that_is_over_says_so()
    {
        using var optimizer = Optimizer();
        var schedule = OneCycleLR(optimizer, 1, total_steps: 2, cycle_momentum: false);
        schedule.step();

        Assert.That(schedule.step, Throws.InvalidOperationException.With.Message.Contains("2 steps"));
    }

    [Test]
    public void Adams_first_beta_is_cycled()
    {
        using var optimizer = optim.Adam([new Parameter(ones(1))], 0.1);

        OneCycleLR(optimizer, 1, total_steps: 10, max_momentum: 0.97);

        Assert.That(optimizer.Betas.Item1, Is.EqualTo(0.97).Within(1e-12));
    }

    [Test]
    public void Schedules_in_a_row_need_a_milestone_less()
    {
        using var optimizer = Optimizer();

        Assert.That(
            () => SequentialLR(optimizer, [ExponentialLR(optimizer), ExponentialLR(optimizer)], []),
            Throws.ArgumentException.With.Message.Contains("1 milestones, not 0"));
    }

    private sealed class Unchanging(optim.Optimizer optimizer) : LRScheduler(optimizer);

    private static SGD Optimizer() => optim.SGD([new Parameter(zeros(1))], 0.5);
}
