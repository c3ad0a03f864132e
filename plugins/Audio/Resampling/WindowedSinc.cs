namespace Mpuc.Plugins.Audio.Resampling;

/// <summary>
/// The impulse response of a low-pass filter: an ideal one's sinc, cut to a finite length by a Kaiser window (Kaiser 1974). With the
/// constants below the stop band lies 100 dB down and starts at the narrower rate's limit, and the pass band ends at nine tenths of it.
/// </summary>
internal sealed class WindowedSinc
{
    private const int ZeroCrossings = 64;
    private const double Beta = 10;
    private const double Rolloff = 0.95;

    private static readonly double WindowScale = 1 / BesselI0(Beta);

    private readonly double _cutoff;
    private readonly double _halfWidth;

    /// <summary>Designs the filter.</summary>
    /// <param name="bandwidth">The band to keep as a fraction of the input's, above 0, at most 1.</param>
    public WindowedSinc(double bandwidth)
    {
        _cutoff = Rolloff * bandwidth;
        _halfWidth = ZeroCrossings / _cutoff;
        Reach = (int)Math.Ceiling(_halfWidth);
    }

    /// <summary>How many input samples on either side of a point the filter weighs.</summary>
    public int Reach { get; }

    /// <summary>How many times as wide the filter is as one that keeps the input's whole band, at least 1.</summary>
    public double Stretch => Rolloff / _cutoff;

    /// <summary>The filter's weight.</summary>
    /// <returns>The weight; 0 from half the filter's width on.</returns>
    public double At(double time)
    {
        var position = time / _halfWidth;
        if (Math.Abs(position) >= 1)
        {
            return 0;
        }

        var angle = Math.PI * _cutoff * time;
        var sinc = angle == 0 ? 1 : Math.Sin(angle) / angle;
        return _cutoff * sinc * WindowScale * BesselI0(Beta * Math.Sqrt(1 - (position * position)));
    }

    // The modified Bessel function of the first kind and order 0, by its power series.
    private static double BesselI0(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; term > sum * 1e-17; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
