using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <summary>
/// Memory for a few columns of a window with frames of zeros before and after them, so that no tap has to ask where a window ends.
/// </summary>
internal readonly unsafe struct PaddedColumns(float* memory, int frames, int padding)
{
    /// <summary>The rows of so many columns, from the window's first frame on, once the padding is cleared.</summary>
    public MatrixRows Of(int width)
    {
        var bytes = (uint)(padding * width * sizeof(float));
        Unsafe.InitBlockUnaligned(memory, 0, bytes);
        Unsafe.InitBlockUnaligned(memory + ((padding + frames) * width), 0, bytes);
        return new(memory + (padding * width), width);
    }
}
