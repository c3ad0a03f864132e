using static System.Buffers.Binary.BinaryPrimitives;

namespace Mpuc.Plugins.Audio.Reading.Wav;

internal readonly struct Unsigned8 : ISampleFormat
{
    public static int Size => 1;

    public static double Read(ReadOnlySpan<byte> bytes) => (bytes[0] - 128) / 128.0;
}

internal readonly struct Signed16 : ISampleFormat
{
    public static int Size => 2;

    public static double Read(ReadOnlySpan<byte> bytes) => ReadInt16LittleEndian(bytes) / 32768.0;
}

internal readonly struct Signed24 : ISampleFormat
{
    public static int Size => 3;

    public static double Read(ReadOnlySpan<byte> bytes) => (bytes[0] | (bytes[1] << 8) | ((sbyte)bytes[2] << 16)) / 8388608.0;
}

internal readonly struct Signed32 : ISampleFormat
{
    public static int Size => 4;

    public static double Read(ReadOnlySpan<byte> bytes) => ReadInt32LittleEndian(bytes) / 2147483648.0;
}

internal readonly struct Float32 : ISampleFormat
{
    public static int Size => 4;

    public static double Read(ReadOnlySpan<byte> bytes) => ReadSingleLittleEndian(bytes);
}

internal readonly struct Float64 : ISampleFormat
{
    public static int Size => 8;

    public static double Read(ReadOnlySpan<byte> bytes) => ReadDoubleLittleEndian(bytes);
}

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
