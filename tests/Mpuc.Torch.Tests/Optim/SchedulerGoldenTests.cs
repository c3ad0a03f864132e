using System.Text.Json;
using Mpuc.Torch.Tests.Golden;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Mpuc.Torch.Tests.Optim;

internal sealed class SchedulerGoldenTests
{
    private static readonly Dictionary<string, double[][]> Golden =
        JsonSerializer.Deserialize<Dictionary<string, double[][]>>(File.ReadAllText(GoldenFile.PathOf("schedulers.json")))!;

    /// <summary>The measures that the script gave to ReduceLROnPlateau, epoch by epoch.</summary>
    private static readonly double[] Measures =
    [
        5, 4, 4.5, 4.4, 4.2, 3, 2.9999, 3.1, 3.2, 3.3, 2, 2, 2, 2, 2, 2.1, 2.2, 2.3, 2.4, 1, 1.5, 1.6, 1.7, 1.8,
    ];

    private static readonly Dictionary<string, Func<optim.Optimizer, LRScheduler>> Schedules = new()
    {
        ["StepLR"] = o => StepLR(o, 4, 0.5),
        ["MultiStepLR"] = o => MultiStepLR(o, [3, 7, 7, 15], 0.5),
        ["ConstantLR"] = o => ConstantLR(o, 0.25, 6),
        ["LinearLR"] = o => LinearLR(o, 0.2, 0.9, 8),
        ["ExponentialLR"] = o => ExponentialLR(o, 0.9),
        ["PolynomialLR"] = o => PolynomialLR(o, 10, 2),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, 8, 0.01),
        ["LambdaLR"] = o => LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        ["MultiplicativeLR"] = o => MultiplicativeLR(o, epoch => 1 - (epoch / 50.0)),
        ["SequentialLR"] = o => SequentialLR(o, [LinearLR(o, 0.1, 1, 5), CosineAnnealingLR(o, 12), ExponentialLR(o, 0.9)], [5, 17]),
        ["ChainedLR"] = o => ChainedLR([ConstantLR(o, 0.1, 4), ExponentialLR(o, 0.9)]),
        ["OneCycleLR"] = o => OneCycleLR(o, 0.6, total_steps: 25),
        ["OneCycleLR_three_phase"] = o => new impl.OneCycleLR(
            o, [0.6, 0.2], epochs: 5, steps_per_epoch: 5, pct_start: 0.36, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear,
            div_factor: 5, final_div_factor: 100, three_phase: true),
        ["ReduceLROnPlateau"] = o => ReduceLROnPlateau(o, "min", 0.5, 2, 1e-3, "rel", 1, [0.06, 0]),
        ["ReduceLROnPlateau_max"] = o => ReduceLROnPlateau(o, "max", 0.1, 1, 0.5, "abs"),
    };

    public static IEnumerable<string> Cases => Golden.Keys;

    [Test]
    public void A_schedule_sets_PyTorchs_rates([ValueSource(nameof(Cases))] string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.SGD([Group(0.5), Group(0.02)], 0.5);
        var schedule = Schedules[name](optimizer);
        var expected = Golden[name];

        Assert.That(Settings(optimizer), Is.EqualTo(expected[0]).Within(1e-12), "epoch 0");
        for (var epoch = 1; epoch < expected.Length; epoch++)
        {
            if (name.StartsWith("Reduce", StringComparison.Ordinal))
            {
                schedule.step(Measures[epoch - 1]);
            }
            else
            {
                schedule.step();
            }

            Assert.That(Settings(optimizer), Is.EqualTo(expected[epoch]).Within(1e-12), $"epoch {epoch}");
        }
    }

    [Test]
    public void Every_schedule_has_golden_values() => Assert.That(Schedules.Keys, Is.EquivalentTo(Golden.Keys));

    private static SGD.ParamGroup Group(double rate) => new([new Parameter(zeros(1))], rate, momentum: 0.7);

    /// <summary>The rate and the momentum of every group.</summary>
    private static double[] Settings(optim.Optimizer optimizer)
        => [.. optimizer.ParamGroups.Cast<SGD.ParamGroup>().SelectMany(group => new[] { group.LearningRate, group.Momentum })];
}
