using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <content>Tensors from managed memory: with a copy of it, or over it.</content>
public static partial class torch
{
    /// <summary>
    /// A tensor over an array's own memory, which it pins until it dies: a change of one is seen in the other. Where the type or the
    /// device differs, it is a copy.
    /// </summary>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Tracked(Over(rawArray, dtype, device), requires_grad);
    }

    public static Tensor from_array(Array rawArray, Device? device = null) => Over(rawArray, null, device);

    /// <summary>A one-dimensional tensor over a part of an array, <paramref name="offset"/> elements from its start.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var length = count < 0 ? rawArray.LongLength - offset : count;
        if (offset < 0 || length < 0 || offset + length > rawArray.LongLength) {
            throw new ArgumentException($"{length} elements from {offset} on are not in an array of {rawArray.LongLength}.", nameof(count));
        }

        using var whole = Over(rawArray, [rawArray.LongLength]);
        using var part = whole.narrow(0, offset, length);
        return Tracked(part.to(dtype), requires_grad);
    }

    private static Tensor AsTensor(Tensor data, ScalarType? dtype, Device? device) => data.to(dtype ?? data.dtype, device ?? data.device);

    private static Tensor CopyOf<T>(
        T[] values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged => CopyOf(values.AsSpan(), shape, dtype, device, requires_grad, names);

    private static Tensor CopyOf<T>(
        IList<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged => values switch
        {
            T[] array => CopyOf(array.AsSpan(), shape, dtype, device, requires_grad, names),
            List<T> list => CopyOf(CollectionsMarshal.AsSpan(list), shape, dtype, device, requires_grad, names),
            _ => CopyOf(values.ToArray().AsSpan(), shape, dtype, device, requires_grad, names),
        };

    private static Tensor CopyOf(Array values, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Tracked(
            Converted(CopyOf(ref MemoryMarshal.GetArrayDataReference(values), ElementTypeOf(values), Lengths(values)), dtype, device),
            requires_grad);
    }

    private static Tensor CopyOf<T>(
        Span<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        RefuseNames(names);
        var elements = Elements(shape);
        if (elements > values.Length) {
            throw new ArgumentException(
                $"The shape [{string.Join(", ", shape.ToArray())}] needs {elements} elements, but there are {values.Length}.");
        }

        ref var start = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(values));
        return Tracked(Converted(CopyOf(ref start, ElementType.Of<T>(), shape), dtype, device), requires_grad);
    }

    private static unsafe Tensor CopyOf(ref byte start, ScalarType type, ReadOnlySpan<long> shape)
    {
        fixed (byte* data = &start) {
            fixed (long* sizes = shape) {
                NativeError.Check(NativeMethods.mpuc_tensor_copy_of(data, sizes, shape.Length, (int)type, out var handle));
                return new Tensor(handle);
            }
        }
    }

    private static Tensor OfScalar<T>(T value, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => CopyOf(new Span<T>(ref value), [], dtype, device, requires_grad, null);

    private static Tensor Over(Array array, ScalarType? dtype, Device? device) => Converted(Over(array, Lengths(array)), dtype, device);

    private static unsafe Tensor Over(Array array, ReadOnlySpan<long> shape)
    {
        // The runtime pins no pairs: their layout is its own affair.
        if (array.GetType().GetElementType() == typeof((float, float))) {
            return CopyOf(ref MemoryMarshal.GetArrayDataReference(array), ScalarType.ComplexFloat32, shape);
        }

        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        var start = Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        fixed (long* sizes = shape) {
            NativeError.Check(NativeMethods.mpuc_tensor_over(
                start, sizes, shape.Length, (int)ElementTypeOf(array), &ReleasePin, GCHandle.ToIntPtr(pin), out var handle));
            return new Tensor(handle);
        }
    }

    private static Tensor Converted(Tensor tensor, ScalarType? dtype, Device? device)
    {
        var wanted = dtype ?? tensor.dtype;
        if (wanted == tensor.dtype && device is null or { type: DeviceType.CPU }) {
            return tensor;
        }

        using (tensor) {
            return tensor.to(wanted, device ?? CPU);
        }
    }

    private static long[] Lengths(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)];

    private static long Elements(ReadOnlySpan<long> shape)
    {
        long product = 1;
        foreach (var length in shape) {
            product = checked(product * length);
        }

        return product;
    }

    private static ScalarType ElementTypeOf(Array array) => ElementType.Of(array.GetType().GetElementType()!);

    [UnmanagedCallersOnly]
    private static void ReleasePin(IntPtr pin) => GCHandle.FromIntPtr(pin).Free();
}
