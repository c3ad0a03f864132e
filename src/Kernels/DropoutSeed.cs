using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>The number that decides what a kernel drops.</summary>
internal static class DropoutSeed
{
    /// <summary>Draws it from the default generator; 0, and no draw, without dropout.</summary>
    public static long For(double dropout)
    {
        if (dropout == 0)
        {
            return 0;
        }

        using var number = randint(0, long.MaxValue, [1], ScalarType.Int64);
        return number.item<long>();
    }
}
