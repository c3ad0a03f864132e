using System.Buffers.Binary;
using static TorchSharp.torch;

namespace Mpuc.Host.Tensors;

/// <summary>
/// The state of the default random generator. libtorch ends the process where it is given a state that it does not accept, so this is the
/// only place that sets one, and it checks what libtorch checks.
/// </summary>
internal static class RandomState
{
    private const int StateWords = 624; // of the Mersenne Twister (Matsumoto and Nishimura 1998)

    /// <summary>Sets the state that <see cref="get_rng_state"/> gave.</summary>
    /// <param name="state">Bytes, one-dimensional.</param>
    /// <exception cref="MpucException">This is no such state.</exception>
    public static void Restore(Tensor state)
    {
        using var present = get_rng_state();
        if (state.dtype != ScalarType.Byte || state.Dimensions != 1 || state.numel() != present.numel() || !IsSound(state.bytes))
        {
            throw new MpucException(
                $"The state of the random generator is damaged: {present.numel()} bytes that 'mpuc train' has saved would be right; "
                + "an earlier checkpoint, or a new run, goes on without it.");
        }

#pragma warning disable RS0030 // The one checked place.
        set_rng_state(state);
#pragma warning restore RS0030
    }

    // Seed, numbers left before the next twist, a flag, the next number's place, and the words.
    private static bool IsSound(Span<byte> bytes) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) is > 0 and <= StateWords
        && BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]) == 1
        && BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]) <= StateWords;
}
