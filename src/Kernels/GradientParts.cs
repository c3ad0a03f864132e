using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <summary>The parts, one after the other in memory, in which gradients of weights add up.</summary>
internal static unsafe class GradientParts
{
    /// <summary>Adds the parts in their order to the first one, which becomes zeros if there is none.</summary>
    /// <param name="first">Where they start; there is room for one even if there is none.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="size">The floats of a part, a multiple of 16.</param>
    public static void AddToFirst(float* first, int parts, int size)
    {
        if (parts == 0)
        {
            new Span<float>(first, size).Clear();
        }

        for (var part = 1; part < parts; part++)
        {
            Add(first, first + ((nint)part * size), size);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(float* to, float* values, int count)
    {
        for (var i = 0; i < count; i += Vector<float>.Count)
        {
            Vector.Store(Vector.Load(to + i) + Vector.Load(values + i), to + i);
        }
    }
}
