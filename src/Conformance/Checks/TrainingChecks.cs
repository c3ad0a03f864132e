using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Conformance.Checks;

/// <summary>How a backbone learns, and how what it learned is kept.</summary>
internal static class TrainingChecks
{
    public static IReadOnlyList<Check<BackboneTrial>> All { get; } =
    [
        new("training.gradients", "gradients reach every parameter and are finite", ReachEveryParameter),
        new("training.padding", "gradients do not reach the padding", DoNotReachPadding),
        new("training.seed", "the same seed gives the same weights, another one others", FollowSeed),
        new("training.state", "a state moves to another instance and gives the same features", MoveState),
        new("training.tensors", "a step leaves no tensor behind", LeavesNothing),
    ];

    private static void ReachEveryParameter(BackboneTrial trial)
    {
        using var backbone = trial.Create();
        backbone.train();
        Promise.Holds(backbone.named_parameters().Any(), "It has no parameter; call RegisterComponents() at the end of the constructor.");
        backbone.call(trial.Windows, trial.MixedLengths()).square().sum().backward();
        foreach (var (name, parameter) in backbone.named_parameters())
        {
            if (!parameter.requires_grad || trial.Samples.WithoutGradient.Any(end => name.EndsWith(end, StringComparison.Ordinal)))
            {
                continue;
            }

            var gradient = parameter.grad;
            Promise.Holds(gradient is not null, $"No gradient reaches the parameter '{name}'; is it used in forward?");
            Promise.Holds(gradient.isfinite().all().item<bool>(), $"The gradient of the parameter '{name}' holds NaN or infinity.");
            Promise.Holds(
                gradient.abs().max().item<float>() > 0,
                $"The gradient of the parameter '{name}' is zero; if that is right at the start, list the end of its name under "
                    + "'withoutGradient'.");
        }
    }

    private static void DoNotReachPadding(BackboneTrial trial)
    {
        FeatureChecks.RequirePadding(trial);
        using var backbone = trial.Create();
        backbone.eval();
        var windows = trial.Windows.clone().requires_grad_();
        backbone.call(windows, trial.MixedLengths()).square().sum().backward();
        var gradient = windows.grad;
        Promise.Holds(gradient is not null, "No gradient reaches the windows.");
        Promise.Holds(gradient.isfinite().all().item<bool>(), "The gradient of the windows holds NaN or infinity.");
        Promise.Holds(gradient[1].narrow(0, 0, 1).abs().max().item<float>() > 0, "No gradient reaches the first frame of a window.");
        var valid = Math.Max(1, trial.Frames / 2);
        Promise.Holds(
            valid == trial.Frames || gradient[1].narrow(0, valid, trial.Frames - valid).abs().max().item<float>() == 0,
            "A gradient reaches the padding of a window, which so has an influence on the features.");
    }

    private static void FollowSeed(BackboneTrial trial)
    {
        using Backbone first = trial.Create(1), twin = trial.Create(1), other = trial.Create(2);
        first.eval();
        twin.eval();
        other.eval();
        var expected = BackboneTrial.Features(first, trial.Windows);
        Promise.Holds(
            BackboneTrial.Difference(BackboneTrial.Features(twin, trial.Windows), expected) == 0,
            "With the same seed it has other weights; draw them from the default random generator.");
        Promise.Holds(
            BackboneTrial.Difference(BackboneTrial.Features(other, trial.Windows), expected) > 0,
            "With another seed it has the same weights; draw them from the default random generator.");
    }

    private static void MoveState(BackboneTrial trial)
    {
        using Backbone first = trial.Create(1), other = trial.Create(2);
        first.eval();
        other.eval();
        other.load_state_dict(first.state_dict());
        var difference = BackboneTrial.Difference(
            BackboneTrial.Features(other, trial.Windows), BackboneTrial.Features(first, trial.Windows));
        Promise.Holds(
            difference == 0,
            "Another instance that took over its state gives other features; something that counts is no parameter or buffer.");
    }

    private static void LeavesNothing(BackboneTrial trial)
    {
        using var backbone = trial.Create();
        backbone.train();
        using var lengths = trial.MixedLengths();
        var windows = trial.Windows;
        Step();
        Step();
        var before = Tensor.TotalCount;
        Step();
        var left = Tensor.TotalCount - before;
        Promise.Holds(
            left <= 0,
            $"A step of training left {left} tensors behind; open a dispose scope in forward and move the features out of it.");

        // Without a scope around it, so that what forward forgets is seen.
        void Step()
        {
            using var features = backbone.call(windows, lengths);
            using var loss = features.sum();
            loss.backward();
            backbone.zero_grad();
        }
    }
}
