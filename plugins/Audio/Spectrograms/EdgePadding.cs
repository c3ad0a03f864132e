namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>What surrounds a recording when it is cut into frames.</summary>
internal enum EdgePadding
{
    /// <summary>Half a frame of zeros on both sides: frame t is centred on sample t times the hop.</summary>
    Constant,

    /// <summary>Half a frame of the recording's mirror image on both sides, the edge sample not repeated.</summary>
    Reflect,

    /// <summary>Nothing: frame t starts at sample t times the hop. A recording shorter than a frame is filled up with zeros.</summary>
    None,
}
