using System.Buffers;
using System.Runtime.InteropServices;

namespace Mpuc.Kernels;

/// <summary>Working memory from the runtime's pool, pinned, not cleared, and aligned to a cache line.</summary>
internal readonly unsafe struct Scratch : IDisposable
{
    private const int LineBytes = 64;

    private readonly float[] _rented;
    private readonly GCHandle _pin;

    public Scratch(long floats)
    {
        _rented = ArrayPool<float>.Shared.Rent(checked((int)floats + (LineBytes / sizeof(float))));
        _pin = GCHandle.Alloc(_rented, GCHandleType.Pinned);
        Start = (float*)((_pin.AddrOfPinnedObject() + LineBytes - 1) & -LineBytes);
    }

    public float* Start { get; }

    public void Dispose()
    {
        _pin.Free();
        ArrayPool<float>.Shared.Return(_rented);
    }
}
