using Mpuc.Torch.Tests.Golden;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Optim;

internal sealed class OptimizerGoldenTests
{
    private static readonly GoldenFile Golden = new("optimizers.safetensors");

    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> Optimizers = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.1),
        ["sgd_momentum"] = p => optim.SGD(p, 0.1, momentum: 0.9),
        ["sgd_dampening"] = p => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.3, weight_decay: 0.02),
        ["sgd_nesterov"] = p => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.02),
        ["sgd_maximize"] = p => optim.SGD(p, 0.1, momentum: 0.5, weight_decay: 0.02, maximize: true),
        ["sgd_groups"] = p => optim.SGD(
            [
                new SGD.ParamGroup([p[0]], new SGD.Options { LearningRate = 0.3 }),
                new SGD.ParamGroup([p[1]], new SGD.Options { momentum = 0.5 }),
            ],
            0.1,
            weight_decay: 0.02),
        ["adam"] = p => optim.Adam(p, 0.1),
        ["adam_decay"] = p => optim.Adam(p, 0.1, 0.8, 0.99, 1e-3, 0.02),
        ["adam_amsgrad"] = p => optim.Adam(p, 0.1, amsgrad: true),
        ["adam_maximize"] = p => optim.Adam(p, 0.1, weight_decay: 0.02, maximize: true),
        ["adam_groups"] = p => optim.Adam(
            [
                new Adam.ParamGroup([p[0]], new Adam.Options { LearningRate = 0.3 }),
                new Adam.ParamGroup([p[1]], new Adam.Options { beta1 = 0.5, beta2 = 0.9 }),
            ],
            0.1),
        ["adamw"] = p => optim.AdamW(p, 0.1),
        ["adamw_decay"] = p => optim.AdamW(p, 0.1, 0.8, 0.99, 1e-3, 0.02),
        ["adamw_amsgrad"] = p => optim.AdamW(p, 0.1, weight_decay: 0.02, amsgrad: true),
        ["adamw_maximize"] = p => optim.AdamW(p, 0.1, weight_decay: 0.02, maximize: true),
    };

    public static IEnumerable<string> Cases => Optimizers.Keys;

    [Test]
    public void An_optimizer_takes_PyTorchs_steps(
        [ValueSource(nameof(Cases))] string name, [Values(ScalarType.Float64, ScalarType.Float32)] ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [.. Enumerable.Range(0, 2).Select(i => new Parameter(Golden.Read($"start/{i}", dtype)))];
        using var optimizer = Optimizers[name](parameters);

        for (var step = 0; Golden.Contains($"{name}/{step}/0"); step++)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                var key = $"gradient/{step}/{i}";
                parameters[i].grad = Golden.Contains(key) ? Golden.Read(key, dtype) : null;
            }

            optimizer.step();

            for (var i = 0; i < parameters.Length; i++)
            {
                using var expected = Golden.Read($"{name}/{step}/{i}", dtype);
                var error = (parameters[i].detach() - expected).abs().max().to(ScalarType.Float64).item<double>();
                Assert.That(error, Is.LessThan(dtype == ScalarType.Float64 ? 1e-12 : 1e-5), $"parameter {i} after step {step}");
            }
        }
    }

    [Test]
    public void Every_optimizer_has_golden_values()
        => Assert.That(Optimizers.Keys, Is.EquivalentTo(Golden.Cases.Except(["start", "gradient"])));
}
