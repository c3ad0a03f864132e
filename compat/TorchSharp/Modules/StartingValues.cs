using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>PyTorch's starting values of layers.</summary>
internal static class StartingValues
{
    /// <summary>Weights and bias uniform between -1/sqrt(fan in) and 1/sqrt(fan in): of linear layers and convolutions.</summary>
    internal static void ByFanIn(Tensor weight, Tensor? bias)
    {
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn > 0)
        {
            Uniform(1 / Math.Sqrt(fanIn), weight, bias);
        }
    }

    /// <summary>A scale of 1 and a shift of 0: of normalisations.</summary>
    internal static void OnesAndZeros(Tensor? scale, Tensor? shift)
    {
        if (scale is not null)
        {
            nn.init.ones_(scale);
        }

        if (shift is not null)
        {
            nn.init.zeros_(shift);
        }
    }

    internal static void Uniform(double bound, params ReadOnlySpan<Tensor?> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor is not null)
            {
                nn.init.uniform_(tensor, -bound, bound);
            }
        }
    }
}
