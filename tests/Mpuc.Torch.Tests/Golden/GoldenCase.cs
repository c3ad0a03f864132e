using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Golden;

/// <summary>Computes a case of a golden file here and compares outputs, gradients and buffers with PyTorch's.</summary>
internal sealed class GoldenCase(GoldenFile file, string name, ScalarType dtype)
{
    public void Agrees(nn.Module module, Func<Tensor[], Tensor?[]> compute)
    {
        module.to(dtype);
        var state = file.Below($"{name}/state");
        module.load_state_dict(state.ToDictionary(key => key, key => Read($"state/{key}")));
        Assert.That(module.state_dict().Keys, Is.EqualTo(state), "the names and the order of the state");
        Agrees(compute, module);
    }

    public void Agrees(Func<Tensor[], Tensor?[]> compute, nn.Module? module = null)
    {
        var inputs = Inputs();
        Tensor[] outputs = [.. compute(inputs).OfType<Tensor>()];
        Assert.That(outputs, Has.Length.EqualTo(file.Below($"{name}/output").Count), "the number of outputs");

        var differentiable = file.Below($"{name}/cotangent");
        for (var i = 0; i < outputs.Length; i++)
        {
            Compare($"output/{i}", outputs[i]);
        }

        if (differentiable.Count > 0)
        {
            var weighted = differentiable.Select(key => (outputs[Index(key)] * Read($"cotangent/{key}")).sum());
            weighted.Aggregate((sum, term) => sum + term).backward();
        }

        foreach (var key in file.Below($"{name}/gradient"))
        {
            var leaf = int.TryParse(key, CultureInfo.InvariantCulture, out var index) && module?.has_parameter(key) != true
                ? inputs[index]
                : module!.get_parameter(key);
            Compare($"gradient/{key}", leaf.grad ?? throw new AssertionException($"{name}: no gradient of {key}"));
        }

        foreach (var key in file.Below($"{name}/after"))
        {
            Compare($"after/{key}", module!.get_buffer(key));
        }
    }

    private static int Index(string key) => int.Parse(key, CultureInfo.InvariantCulture);

    private Tensor[] Inputs()
        => [.. file.Below($"{name}/input").Select(key => Read($"input/{key}").requires_grad_(file.Contains($"{name}/gradient/{key}")))];

    private Tensor Read(string key) => file.Read($"{name}/{key}", dtype);

    private void Compare(string key, Tensor actual)
    {
        var expected = Read(key);
        Assert.That(actual.shape, Is.EqualTo(expected.shape), $"{name}: shape of {key}");
        if (expected.numel() == 0)
        {
            return;
        }

        Assert.That(actual.dtype, Is.EqualTo(expected.dtype), $"{name}: type of {key}");
        var tolerance = dtype == ScalarType.Float64 ? 1e-10 : 1e-5;
        var reference = expected.to(ScalarType.Float64);
        var error = (actual.detach().to(ScalarType.Float64) - reference).abs().max().item<double>();
        var scale = Math.Max(1, reference.abs().max().item<double>());
        Assert.That(error, Is.LessThanOrEqualTo(tolerance * scale), $"{name}: {key}");
    }
}
