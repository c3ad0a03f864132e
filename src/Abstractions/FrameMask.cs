using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace Mpuc;

/// <summary>
/// Which frames of a batch of windows are real and which are padding, so that a <see cref="Backbone"/> can leave the padding out. Its
/// tensors belong to the dispose scope in which it is made. Since contract 1.2.
/// </summary>
public sealed class FrameMask
{
    private FrameMask(Tensor? valid, Tensor? counts, Tensor? lengths) => (Valid, Counts, Lengths) = (valid, counts, lengths);

    /// <summary>The mask of a batch without padding.</summary>
    public static FrameMask Full { get; } = new(null, null, null);

    /// <summary>Whether there is no padding, so that masking can be left out.</summary>
    [MemberNotNullWhen(false, nameof(Valid), nameof(Counts), nameof(Lengths), nameof(Padding))]
    public bool IsFull => Valid is null;

    /// <summary>1 for real frames, 0 for padding, <c>[B, T, 1]</c>; null if all are real.</summary>
    public Tensor? Valid { get; }

    /// <summary>The number of real frames, <c>[B, 1, 1]</c>; null if all are real.</summary>
    public Tensor? Counts { get; }

    /// <summary>The number of real frames, <c>[B]</c>, int64; null if all are real.</summary>
    public Tensor? Lengths { get; }

    /// <summary>True for padding, <c>[B, T]</c>, bool: the keys that attention must not see; null if all frames are real.</summary>
    public Tensor? Padding => IsFull ? null : (Valid == 0).squeeze(2);

    /// <summary>Makes the mask of a batch.</summary>
    /// <param name="lengths">Valid lengths, <c>[B]</c>, int64.</param>
    /// <param name="frames">T.</param>
    /// <param name="type">The type of the values to be masked.</param>
    /// <returns>The mask.</returns>
    public static FrameMask Of(Tensor lengths, long frames, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        if (lengths.min().item<long>() >= frames)
        {
            return Full;
        }

        var isValid = arange(frames, device: lengths.device).unsqueeze(0) < lengths.unsqueeze(1);
        return new FrameMask(isValid.to_type(type).unsqueeze(2), lengths.to_type(type).view(-1, 1, 1), lengths);
    }

    /// <summary>Removes whatever stands in the padding.</summary>
    /// <param name="values">
    /// Values with the batch in dimension 0 and at least three dimensions; the padding may hold anything, even NaN.
    /// </param>
    /// <param name="timeDimension">
    /// The dimension of time, from 1. It may be shorter than T, as after a convolution without padding; its frames count from the window's
    /// start.
    /// </param>
    /// <returns>The values with zeros for padding; the same tensor if there is none.</returns>
    public Tensor Clear(Tensor values, int timeDimension = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (IsFull)
        {
            return values;
        }

        var (batch, frames) = (values.shape[0], values.shape[timeDimension]);
        var shape = new long[values.dim()];
        Array.Fill(shape, 1);
        (shape[0], shape[timeDimension]) = (batch, frames);
        return values.masked_fill(Valid.narrow(1, 0, frames).reshape(shape) == 0, 0);
    }

    /// <summary>The mean over the real frames.</summary>
    /// <param name="values">Values, <c>[B, T, C]</c>, finite in the padding.</param>
    /// <returns>Means, <c>[B, C]</c>.</returns>
    public Tensor Mean(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return IsFull ? values.mean([1]) : (values * Valid).sum(1) / Counts.flatten(1);
    }
}
