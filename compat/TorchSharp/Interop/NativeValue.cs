using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What a <see cref="NativeValue"/> holds; the numbers are those of native/abi.h.</summary>
internal enum ValueTag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    IntList = 5,
    DoubleList = 6,
    TensorList = 7,
    OptionalTensorList = 8,
    String = 9,
    Device = 10,
    Generator = 11,
    Complex = 12,
}

/// <summary>One argument or result of an operator, as the C ABI lays it out.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeValue
{
    [FieldOffset(0)] internal ValueTag Tag;
    [FieldOffset(4)] internal int Count;
    [FieldOffset(8)] internal void* Pointer;
    [FieldOffset(8)] internal long Integer;
    [FieldOffset(8)] internal double Real;
}

/// <summary>A tensor's metadata; the size and stride pointers live as long as the tensor and until it is resized.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    internal long* Sizes;
    internal long* Strides;
    internal long Dimensions;
    internal long Elements;
    internal long Offset;
    internal int DType;
    internal int DeviceType;
    internal int DeviceIndex;
    internal int ElementSize;

    /// <summary>Whether a flag conjugates or negates the elements, so that the memory holds other numbers.</summary>
    internal int IsLazilyChanged;
    private readonly int reserved;
}
