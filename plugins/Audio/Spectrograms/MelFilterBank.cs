namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>
/// Overlapping triangles on the mel scale, evaluated at the frequencies of a spectrum (Davis and Mermelstein 1980; Slaney 1998).
/// </summary>
internal static class MelFilterBank
{
    /// <summary>Computes the filters' weights.</summary>
    /// <returns>Weights, <c>[fftSize / 2 + 1, bands]</c>.</returns>
    public static double[,] Create(LogMelOptions options)
    {
        var edges = Edges(options);
        var bins = (options.FftSize / 2) + 1;
        var weights = new double[bins, options.Bands];
        for (var band = 0; band < options.Bands; band++)
        {
            var (low, peak, high) = (edges[band], edges[band + 1], edges[band + 2]);
            var height = options.HasEqualAreas ? 2 / (high - low) : 1;
            for (var bin = 0; bin < bins; bin++)
            {
                var frequency = (double)bin * options.SampleRate / options.FftSize;
                var triangle = Math.Min((frequency - low) / (peak - low), (high - frequency) / (high - peak));
                weights[bin, band] = height * Math.Max(0, triangle);
            }
        }

        return weights;
    }

    // Each band starts at its predecessor's peak and ends at its successor's, so n bands have n + 2 edges.
    private static double[] Edges(LogMelOptions options)
    {
        var low = MelFrequency.FromHertz(options.MinFrequency, options.MelScale);
        var high = MelFrequency.FromHertz(options.MaxFrequency, options.MelScale);
        return
        [
            .. Enumerable.Range(0, options.Bands + 2)
                .Select(edge => MelFrequency.ToHertz(low + ((high - low) * edge / (options.Bands + 1)), options.MelScale)),
        ];
    }
}
