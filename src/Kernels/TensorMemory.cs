using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>The memory of contiguous tensors of float32 on the CPU, whatever the default type and device are.</summary>
internal static unsafe class TensorMemory
{
    /// <summary>A tensor that is not initialised.</summary>
    public static Tensor Empty(params ReadOnlySpan<long> shape) => empty(shape, ScalarType.Float32, CPU);

    /// <summary>Where a tensor's floats lie, which must outlive the pointer; null if it has none.</summary>
    public static float* Floats(this Tensor tensor) =>
        tensor.numel() == 0 ? null : (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));
}
