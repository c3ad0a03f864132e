using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Conformance.Checks;

/// <summary>What a backbone makes of windows.</summary>
internal static class FeatureChecks
{
    private const float Tolerance = 1e-4f;

    public static IReadOnlyList<Check<BackboneTrial>> All { get; } =
    [
        new("features.size", "every window becomes 512 finite features, in evaluation and in training", HaveSize),
        new("features.padding", "what stands in the padding has no influence", IgnorePadding),
        new("features.rows", "in evaluation no window depends on another", AreIndependent),
        new("features.modes", "evaluation is deterministic and changes nothing", KeepModes),
        new("features.options", "every choice, switch and least value makes features or is refused in a sentence", FollowOptions),
    ];

    private static void HaveSize(BackboneTrial trial)
    {
        using var backbone = trial.Create();
        backbone.eval();
        Require(BackboneTrial.Features(backbone, trial.Windows), 4, "four windows");
        Require(BackboneTrial.Features(backbone, trial.Windows.narrow(0, 0, 1)), 1, "one window");
        Require(BackboneTrial.Features(backbone, trial.Windows, 1), 4, "windows of one real frame");
        backbone.train();
        Require(backbone.call(trial.Windows, trial.MixedLengths()), 4, "four windows in training");
    }

    private static void Require(Tensor features, int rows, string what)
    {
        Promise.Holds(
            features.shape.SequenceEqual(new long[] { rows, Backbone.FeatureSize }),
            $"The features of {what} have the shape {EncoderTrial.Shape(features)}; it must be [{rows}, {Backbone.FeatureSize}].");
        Promise.Holds(features.dtype == ScalarType.Float32, $"The features of {what} are {features.dtype}; they must be Float32.");
        Promise.Holds(features.isfinite().all().item<bool>(), $"The features of {what} hold NaN or infinity.");
    }

    private static void IgnorePadding(BackboneTrial trial)
    {
        RequirePadding(trial);
        using var backbone = trial.Create();
        backbone.eval();
        using var noGrad = no_grad();
        foreach (var valid in new[] { 1, trial.Frames / 2, trial.Frames - 1 }.Where(valid => valid > 0 && valid < trial.Frames).Distinct())
        {
            var lengths = tensor(new long[] { valid, trial.Frames, trial.Frames, trial.Frames });
            var difference = BackboneTrial.Difference(Padded(1e6f)[0], Padded(0)[0]);
            Promise.Holds(
                difference < Tolerance,
                $"Of a window with {valid} real frames of {trial.Frames}, the features change by {difference:0.#####} of their size with "
                + "what stands in the padding; FrameMask clears it and takes means over the real frames.");

            Tensor Padded(float value)
            {
                var windows = trial.Windows.clone();
                windows[0].narrow(0, valid, trial.Frames - valid).fill_(value);
                return backbone.call(windows, lengths);
            }
        }
    }

    /// <summary>Where a window is a single frame, nothing is ever padded.</summary>
    public static void RequirePadding(BackboneTrial trial)
    {
        if (trial.Frames == 1)
        {
            throw new NotApplicableException("A window is a single frame, which is never padded.");
        }
    }

    private static void AreIndependent(BackboneTrial trial)
    {
        using var backbone = trial.Create();
        backbone.eval();
        var together = BackboneTrial.Features(backbone, trial.Windows);
        for (var row = 0; row < 4; row++)
        {
            var alone = BackboneTrial.Features(backbone, trial.Windows.narrow(0, row, 1));
            var difference = BackboneTrial.Difference(alone[0], together[row]);
            Promise.Holds(
                difference < Tolerance,
                $"The features of window {row} differ by {difference:0.#####} of their size when it is encoded alone and with three "
                    + "others.");
        }
    }

    private static void KeepModes(BackboneTrial trial)
    {
        using var backbone = trial.Create();
        backbone.eval();
        Promise.Holds(
            backbone.modules().All(module => !module.training),
            "After eval() a submodule is still in training; hand the call on, or register it.");
        var state = State(backbone);
        var expected = BackboneTrial.Features(backbone, trial.Windows);
        Promise.Holds(
            BackboneTrial.Difference(BackboneTrial.Features(backbone, trial.Windows), expected) == 0,
            "In evaluation the same windows gave other features the second time.");
        Promise.Holds(State(backbone).SequenceEqual(state), "A pass in evaluation changed a parameter or buffer.");
        backbone.train();
        Promise.Holds(backbone.modules().All(module => module.training), "After train() a submodule is still in evaluation.");
        backbone.eval();
        Promise.Holds(
            BackboneTrial.Difference(BackboneTrial.Features(backbone, trial.Windows), expected) == 0,
            "After train() and eval() the same windows gave other features.");
    }

    private static void FollowOptions(BackboneTrial trial)
    {
        var windows = trial.Windows.narrow(0, 0, 2);
        foreach (var (what, options) in OptionVariations.Of(trial.Descriptor.Options, trial.Samples.Options, AppContext.BaseDirectory))
        {
            using var scope = NewDisposeScope();
            try
            {
                using var backbone = trial.Create(options);
                backbone.eval();
                Require(BackboneTrial.Features(backbone, windows), 2, $"two windows, with {what},");
            }
            catch (MpucException)
            {
                // Refused in a sentence, as it may be.
            }
            catch (Exception e) when (e is not NonconformanceException)
            {
                throw new NonconformanceException($"With {what} it cannot be used, and no MpucException says so: {Fault.Describe(e)}");
            }
        }
    }

    private static List<float> State(Backbone backbone) =>
    [
        .. backbone.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Value.detach().to_type(ScalarType.Float32).sum().item<float>()),
    ];
}
