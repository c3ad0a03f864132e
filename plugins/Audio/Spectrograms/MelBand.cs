namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>One band's filter without the zeros around its triangle.</summary>
/// <param name="FirstBin">The first bin of the spectrum that counts.</param>
/// <param name="Weights">The weights from there on; none for a band between two bins.</param>
internal sealed record MelBand(int FirstBin, double[] Weights)
{
    /// <summary>Cuts the zeros off every column of a filter bank.</summary>
    /// <param name="filters">Weights, <c>[bins, bands]</c>.</param>
    /// <returns>The bands, in their order.</returns>
    public static MelBand[] Of(double[,] filters) => [.. Enumerable.Range(0, filters.GetLength(1)).Select(band => Of(filters, band))];

    private static MelBand Of(double[,] filters, int band)
    {
        double[] weights = [.. Enumerable.Range(0, filters.GetLength(0)).Select(bin => filters[bin, band])];
        var first = Array.FindIndex(weights, weight => weight > 0);
        return first < 0 ? new MelBand(0, []) : new MelBand(first, weights[first..(Array.FindLastIndex(weights, weight => weight > 0) + 1)]);
    }
}
