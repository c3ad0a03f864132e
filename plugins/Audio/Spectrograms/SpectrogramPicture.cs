using TorchSharp;

namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>Draws a spectrogram: time to the right, low bands at the bottom, the loudest value brightest.</summary>
internal static class SpectrogramPicture
{
    // Black over violet and orange to pale yellow: brightness rises evenly, so that it can be read in grey, too.
    private static readonly (double R, double G, double B)[] Colors =
        [(0, 0, 4), (81, 18, 124), (183, 55, 121), (252, 137, 97), (252, 253, 191)];

    /// <summary>Draws.</summary>
    /// <param name="frames">A spectrogram, <c>[T, bands]</c>.</param>
    /// <param name="duration">Its duration in seconds.</param>
    public static PreviewPicture Draw(torch.Tensor frames, double duration)
    {
        var (width, height) = ((int)frames.shape[0], (int)frames.shape[1]);
        var values = frames.data<float>().ToArray();
        var (least, most) = (values.Min(), values.Max());
        var pixels = new byte[3 * width * height];
        for (var t = 0; t < width; t++)
        {
            for (var band = 0; band < height; band++)
            {
                var brightness = most > least ? (values[(t * height) + band] - least) / (most - least) : 0;
                Paint(pixels.AsSpan(3 * (((height - 1 - band) * width) + t), 3), brightness);
            }
        }

        return new PreviewPicture(width, height, pixels) { Duration = duration };
    }

    private static void Paint(Span<byte> pixel, double brightness)
    {
        var place = brightness * (Colors.Length - 1);
        var from = Math.Min((int)place, Colors.Length - 2);
        var (a, b, share) = (Colors[from], Colors[from + 1], place - from);
        (pixel[0], pixel[1], pixel[2]) = (Mix(a.R, b.R, share), Mix(a.G, b.G, share), Mix(a.B, b.B, share));
    }

    private static byte Mix(double from, double to, double share) => (byte)Math.Round(from + ((to - from) * share));
}
