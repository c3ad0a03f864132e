using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>Finds gradients that are not finite before they reach the weights.</summary>
internal static class GradientGuard
{
    /// <summary>Looks at all gradients with a single transfer from the device.</summary>
    /// <returns>The name of the first weight whose gradient is not finite; null where all are.</returns>
    public static string? FindNonFinite(IReadOnlyList<(string Name, Parameter Parameter)> parameters)
    {
        using var scope = NewDisposeScope();
        var gradients = parameters
            .Select(parameter => (parameter.Name, Gradient: parameter.Parameter.grad))
            .Where(pair => pair.Gradient is not null)
            .ToList();
        if (gradients.Count == 0)
        {
            return null;
        }

        var finite = stack([.. gradients.Select(pair => pair.Gradient!.norm())]).isfinite();
        return finite.all().item<bool>() ? null : gradients.First(pair => !pair.Gradient!.norm().isfinite().item<bool>()).Name;
    }
}
