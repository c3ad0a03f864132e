namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>One little-endian sample type. The implementations are structures, so that the decoding loop is compiled for each.</summary>
internal interface ISampleFormat
{
    /// <summary>Bytes per sample.</summary>
    static abstract int Size { get; }

    /// <summary>Reads the first sample.</summary>
    /// <param name="bytes">At least <see cref="Size"/> bytes.</param>
    /// <returns>The sample, full scale at -1 and 1.</returns>
    static abstract double Read(ReadOnlySpan<byte> bytes);
}
