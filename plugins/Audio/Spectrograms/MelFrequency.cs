namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>Converts between Hz and mel.</summary>
internal static class MelFrequency
{
    private const double HertzPerMel = 200.0 / 3;
    private const double LogStartHertz = 1000;
    private const double LogStartMel = LogStartHertz / HertzPerMel;

    private static readonly double LogStep = Math.Log(6.4) / 27;

    /// <summary>From Hz to mel.</summary>
    /// <param name="hertz">The frequency, at least 0.</param>
    public static double FromHertz(double hertz, MelScale scale) => scale switch
    {
        MelScale.Htk => 2595 * Math.Log10(1 + (hertz / 700)),
        _ when hertz < LogStartHertz => hertz / HertzPerMel,
        _ => LogStartMel + (Math.Log(hertz / LogStartHertz) / LogStep),
    };

    /// <summary>From mel to Hz.</summary>
    /// <param name="mel">The pitch, at least 0.</param>
    public static double ToHertz(double mel, MelScale scale) => scale switch
    {
        MelScale.Htk => 700 * (Math.Pow(10, mel / 2595) - 1),
        _ when mel < LogStartMel => mel * HertzPerMel,
        _ => LogStartHertz * Math.Exp(LogStep * (mel - LogStartMel)),
    };
}
