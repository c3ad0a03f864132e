using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// Checks what a TCN block is called with: a kernel that reads memory by itself must not be wrong about where it ends, and a backward
/// pass must have nothing left to refuse.
/// </summary>
internal static class TcnBlockArguments
{
    private const string Name = "A fused TCN block";
    private const long MaxFrames = 1L << 20;
    private const long MaxValues = 1L << 28;
    private const long MaxWeights = 1L << 24;

    /// <summary>What keeps the kernel from taking these, as a sentence; null if nothing does.</summary>
    public static string? Problem(Tensor values, TcnBlockWeights weights)
    {
        if (!KernelArguments.IsSupported(values) || values.shape is not [var batch, var frames, var channels])
        {
            return $"{Name} takes values [B, T, channels] of float32 on the CPU, not {KernelArguments.Describe(values)}.";
        }

        var (expand, depthwise) = (weights.Expand.shape, weights.Depthwise.shape);
        if (expand is not [var hidden, _, 1] || expand[1] != channels)
        {
            return $"{Name} takes a weight {nameof(TcnBlockWeights.Expand)} of [hidden, {channels}, 1] for values of {channels} channels, "
                + $"not {KernelArguments.Describe(weights.Expand)}.";
        }

        if (hidden % TcnBlockShape.Lanes != 0 || channels % TcnBlockShape.Lanes != 0 || hidden == 0 || channels == 0)
        {
            return $"{Name} takes channels and hidden channels in multiples of {TcnBlockShape.Lanes}, not {channels} and {hidden}.";
        }

        if (depthwise is not [_, 1, var taps] || taps % 2 == 0 || taps > TcnBlockShape.MaxTaps)
        {
            return $"{Name} takes a weight {nameof(TcnBlockWeights.Depthwise)} of [{hidden}, 1, taps] with an odd number of taps up to "
                + $"{TcnBlockShape.MaxTaps}, not {KernelArguments.Describe(weights.Depthwise)}.";
        }

        if (frames > MaxFrames || batch * frames > MaxValues / Math.Max(hidden, channels) || channels > MaxWeights / hidden)
        {
            return $"{Name} takes at most {MaxFrames} frames, {MaxValues} hidden values and {MaxWeights} weights of a product, "
                + $"not [{batch}, {frames}, {channels}] with {hidden} hidden channels.";
        }

        return WeightProblem(weights, hidden, channels, taps);
    }

    /// <summary>Checks everything and returns the lengths.</summary>
    public static long[]? Check(Tensor values, Tensor? lengths, TcnBlockWeights weights, long dilation, double dropout)
    {
        if (Problem(values, weights) is { } problem)
        {
            throw new ArgumentException(problem, nameof(values));
        }

        if (dilation < 1)
        {
            throw new ArgumentException($"{Name} takes a dilation of at least 1, not {dilation}.", nameof(dilation));
        }

        KernelArguments.CheckDropout(Name, dropout);
        return lengths is null ? null : CheckLengths(lengths, values.shape[0], values.shape[1]);
    }

    private static long[] CheckLengths(Tensor lengths, long batch, long frames)
    {
        var isExpected = lengths.dtype == ScalarType.Int64 && lengths.device_type == DeviceType.CPU;
        if (!isExpected || !lengths.shape.AsSpan().SequenceEqual([batch]))
        {
            throw new ArgumentException(
                $"{Name} takes lengths [{batch}] of int64 on the CPU, not {KernelArguments.Describe(lengths)}.", nameof(lengths));
        }

        using var contiguous = lengths.contiguous();
        var result = contiguous.data<long>().ToArray();
        var wrong = Array.FindIndex(result, length => length < 0 || length > frames);
        return wrong < 0
            ? result
            : throw new ArgumentException($"{Name} takes lengths from 0 to {frames}; window {wrong} has {result[wrong]}.", nameof(lengths));
    }

    private static string? WeightProblem(TcnBlockWeights weights, long hidden, long channels, long taps)
    {
        long[] perHidden = [hidden], single = [1];
        long[][] shapes =
        [
            [hidden, channels, 1], perHidden, single, perHidden, perHidden, [hidden, 1, taps], perHidden, single, perHidden, perHidden,
            [channels, hidden, 1], [channels],
        ];
        return KernelArguments.WeightProblem(Name, TcnBlockWeights.Names, weights.InOrder(), shapes);
    }
}
