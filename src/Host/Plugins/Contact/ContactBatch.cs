using static TorchSharp.torch;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>Two windows that a backbone is tried with.</summary>
/// <param name="Values">Frames, <c>[2, T, ...]</c>, float32, zero from the valid length on.</param>
/// <param name="Lengths">Valid lengths, <c>[2]</c>, int64.</param>
internal sealed record ContactBatch(Tensor Values, Tensor Lengths)
{
    /// <summary>The shape of one frame.</summary>
    public IReadOnlyList<long> FrameShape => [.. Values.shape[2..]];

    /// <summary>T.</summary>
    public int Frames => (int)Values.shape[1];

    /// <summary>Makes windows of random frames, the second of them half padding.</summary>
    /// <param name="frames">T, at least 1.</param>
    public static ContactBatch Random(IReadOnlyList<long> frameShape, int frames)
    {
        var half = (frames + 1) / 2;
        var values = randn([2, frames, .. frameShape]);
        if (half < frames)
        {
            using var padding = values[1].narrow(0, half, frames - half);
            padding.zero_();
        }

        return new ContactBatch(values, tensor(new long[] { frames, half }));
    }

    /// <summary>Makes a batch of an encoder's windows, which it disposes.</summary>
    public static ContactBatch Of(IReadOnlyList<ModalityWindow> windows)
    {
        var batch = new ContactBatch(
            stack([.. windows.Select(window => window.Values)], 0), tensor(windows.Select(window => window.ValidLength).ToArray()));
        foreach (var window in windows)
        {
            window.Dispose();
        }

        return batch;
    }
}
