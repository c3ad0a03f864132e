using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>What the checks of all kernels' arguments have in common.</summary>
internal static class KernelArguments
{
    /// <summary>Whether a kernel can read the tensor at all.</summary>
    public static bool IsSupported(Tensor tensor) => tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU;

    /// <summary>The tensor's shape, type and device, for messages.</summary>
    public static string Describe(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}] of {tensor.dtype} on {tensor.device_type}";

    /// <summary>Checks that <paramref name="kernel"/> can drop with this probability.</summary>
    public static void CheckDropout(string kernel, double dropout)
    {
        if (dropout is not (>= 0 and < 1))
        {
            var text = dropout.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException($"{kernel} drops with a probability of at least 0 and less than 1, not {text}.", nameof(dropout));
        }
    }

    /// <summary>The first weight that is not of its shape, as a sentence about <paramref name="kernel"/>; null if all are.</summary>
    public static string? WeightProblem(string kernel, IReadOnlyList<string> names, Tensor[] weights, long[][] shapes)
    {
        for (var i = 0; i < shapes.Length; i++)
        {
            if (!IsSupported(weights[i]) || !weights[i].shape.AsSpan().SequenceEqual(shapes[i]))
            {
                return $"{kernel} takes a weight {names[i]} of [{string.Join(", ", shapes[i])}] of float32 on the CPU here, "
                    + $"not {Describe(weights[i])}.";
            }
        }

        return null;
    }
}
