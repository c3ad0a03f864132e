using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Backbones;

/// <summary>
/// What stands in a clip's padding: its last real frame, as if the face had stopped moving. Blank frames would be cuts to grey, which no
/// pretrained network has seen, and would enter the statistics of every batch normalisation.
/// </summary>
internal static class ClipPadding
{
    /// <summary>Repeats the last real frame of every clip through its padding, whatever stands there.</summary>
    /// <param name="clips">Clips, <c>[B, T, ...]</c>.</param>
    /// <param name="lengths">Valid lengths, <c>[B]</c>, int64, each 1 to T.</param>
    /// <returns>Clips, <c>[B, T, ...]</c>; the same tensor if there is no padding. No gradient reaches the padding.</returns>
    public static Tensor RepeatLastFrame(Tensor clips, Tensor lengths)
    {
        var (batch, frames) = (clips.shape[0], clips.shape[1]);
        if (lengths.min().item<long>() >= frames)
        {
            return clips;
        }

        var last = (lengths - 1).unsqueeze(1);
        var within = minimum(arange(frames, device: clips.device).unsqueeze(0), last);
        var first = arange(batch, device: clips.device).unsqueeze(1) * frames;
        return clips.flatten(0, 1).index_select(0, (first + within).flatten()).view(clips.shape);
    }
}
