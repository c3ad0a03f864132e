using System.Numerics;

namespace Mpuc.Host.Training.TensorBoard;

/// <summary>
/// The checksum of TFRecord files: CRC-32C (RFC 3720), turned by 15 bits and shifted, so that a checksum of checksums stays one.
/// </summary>
internal static class MaskedCrc32C
{
    private const uint Shift = 0xA282EAD8;

    /// <summary>Computes it.</summary>
    /// <param name="bytes">Any bytes.</param>
    public static uint Of(ReadOnlySpan<byte> bytes) => BitOperations.RotateRight(Plain(bytes), 15) + Shift;

    /// <summary>The checksum before it is masked.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <returns>CRC-32C.</returns>
    internal static uint Plain(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
