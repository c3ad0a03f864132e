using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>Which frames of a batch of windows are real and which are padding.</summary>
/// <param name="valid">1 for real frames, 0 for padding, <c>[B, T, 1]</c>; null if all are real.</param>
/// <param name="counts">The number of real frames, <c>[B, 1, 1]</c>; null if all are real.</param>
/// <param name="lengths">The same as <c>[B]</c>, int64; null if all are real.</param>
internal sealed class FrameMask(Tensor? valid, Tensor? counts, Tensor? lengths)
{
    /// <summary>Makes the mask of a batch. Its tensors belong to the current dispose scope.</summary>
    /// <param name="lengths">Valid lengths, <c>[B]</c>, int64.</param>
    /// <param name="frames">T.</param>
    /// <param name="type">The type of the values to be masked.</param>
    /// <returns>The mask.</returns>
    public static FrameMask Of(Tensor lengths, long frames, ScalarType type)
    {
        if (lengths.min().item<long>() >= frames)
        {
            return new FrameMask(null, null, null);
        }

        var isValid = arange(frames, device: lengths.device).unsqueeze(0) < lengths.unsqueeze(1);
        return new FrameMask(isValid.to_type(type).unsqueeze(2), lengths.to_type(type).view(-1, 1, 1), lengths);
    }

    /// <summary>Whether there is no padding, so that masking can be left out.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Valid), nameof(Counts))]
    public bool IsFull => Valid is null || Counts is null;

    /// <summary>1 for real frames, 0 for padding, <c>[B, T, 1]</c>; null if all are real.</summary>
    public Tensor? Valid { get; } = valid;

    /// <summary>The number of real frames, <c>[B, 1, 1]</c>; null if all are real.</summary>
    public Tensor? Counts { get; } = counts;

    /// <summary>The number of real frames, <c>[B]</c>, int64; null if all are real.</summary>
    public Tensor? Lengths { get; } = lengths;

    /// <summary>Removes whatever stands in the padding.</summary>
    /// <param name="values">Values, <c>[B, T, C]</c>; the padding may hold anything, even NaN.</param>
    /// <returns>The values with zeros for padding.</returns>
    public Tensor Clear(Tensor values) => IsFull ? values : values.masked_fill(Valid == 0, 0);

    /// <summary>The mean over the real frames.</summary>
    /// <param name="values">Values, <c>[B, T, C]</c>, finite in the padding.</param>
    /// <returns>Means, <c>[B, C]</c>.</returns>
    public Tensor Mean(Tensor values) => IsFull ? values.mean([1]) : (values * Valid).sum(1) / Counts.flatten(1);
}
