namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>The formula between frequency and perceived pitch.</summary>
internal enum MelScale
{
    /// <summary>Slaney's Auditory Toolbox (1998): linear up to 1 kHz (mel 15), then logarithmic, 27 mel for a factor of 6.4.</summary>
    Slaney,

    /// <summary>O'Shaughnessy (1987), as in HTK: 2595 log10(1 + f / 700).</summary>
    Htk,
}
