namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>The sample types that are read without ffmpeg; the values are the format tags of the file's <c>fmt </c> chunk.</summary>
internal enum WavEncoding
{
    /// <summary>Integers: 8 bits unsigned, or 16, 24 or 32 bits signed.</summary>
    Integer = 1,

    /// <summary>IEEE 754 numbers of 32 or 64 bits.</summary>
    Float = 3,
}
