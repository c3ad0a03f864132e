using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a CPU tensor, in row-major order whatever its strides, for reading and writing in place. It keeps the tensor from
/// the garbage collector, and refuses access once the tensor has been disposed.
/// </summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly long[] sizes;
    private readonly long[] strides;
    private readonly bool isContiguous;
    private Tensor? tensor;

    internal TensorAccessor(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU) {
            throw new InvalidOperationException($"The tensor is on {tensor.device}; move it to the CPU to read its elements.");
        }

        if (tensor.dtype != ElementType.Of<T>()) {
            throw new ArgumentException($"The tensor's elements are {tensor.dtype}, not {typeof(T)}.");
        }

        if (tensor.Info.IsLazilyChanged != 0) {
            throw new InvalidOperationException(
                "The memory of a conjugated or negated view holds other numbers; call resolve_conj().resolve_neg() first.");
        }

        this.tensor = tensor;
        sizes = tensor.shape;
        strides = tensor.stride();
        isContiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    private unsafe T* Start => (T*)(tensor ?? throw new ObjectDisposedException(nameof(TensorAccessor<T>))).DataPointer;

    /// <summary>One element by its index in every dimension, or by its row-major position.</summary>
    public unsafe T this[params long[] indices]
    {
        get
        {
            var value = Start[Offset(indices)];
            GC.KeepAlive(tensor);
            return value;
        }

        set
        {
            Start[Offset(indices)] = value;
            GC.KeepAlive(tensor);
        }
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>An array with as many dimensions as the tensor.</summary>
    public Array ToNDArray()
    {
        if (sizes.Length == 0) {
            return ToArray();
        }

        var array = Array.CreateInstance(typeof(T), sizes);
        ref var start = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array));
        CopyTo(MemoryMarshal.CreateSpan(ref start, array.Length));
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies from the element at <paramref name="tensorIndex"/> on, as many as there are or as fit.</summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Count - tensorIndex);
        var start = Start;
        if (isContiguous) {
            new ReadOnlySpan<T>(start + tensorIndex, count).CopyTo(target);
        } else {
            var position = new StridedPosition(sizes, strides, tensorIndex);
            for (var i = 0; i < count; i++, position.Next()) {
                target[i] = start[position.Offset];
            }
        }

        GC.KeepAlive(tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Count - tensorIndex);
        var start = Start;
        if (isContiguous) {
            source[..count].CopyTo(new Span<T>(start + tensorIndex, count));
        } else {
            var position = new StridedPosition(sizes, strides, tensorIndex);
            for (var i = 0; i < count; i++, position.Next()) {
                start[position.Offset] = source[i];
            }
        }

        GC.KeepAlive(tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        var position = new StridedPosition(sizes, strides, 0);
        for (long i = 0; i < Count; i++, position.Next()) {
            yield return At(position.Offset);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the tensor; the tensor itself stays.</summary>
    public void Dispose() => tensor = null;

    private unsafe T At(long offset)
    {
        var value = Start[offset];
        GC.KeepAlive(tensor);
        return value;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && sizes.Length != 1) {
            return indices[0] >= 0 && indices[0] < Count
                ? new StridedPosition(sizes, strides, indices[0]).Offset
                : throw new ArgumentOutOfRangeException(nameof(indices), indices[0], $"The tensor has {Count} elements.");
        }

        if (indices.Length != sizes.Length) {
            throw new ArgumentException($"{indices.Length} indices for a tensor of {sizes.Length} dimensions.", nameof(indices));
        }

        long offset = 0;
        for (var i = 0; i < indices.Length; i++) {
            var index = indices[i] < 0 ? indices[i] + sizes[i] : indices[i];
            if (index < 0 || index >= sizes[i]) {
                throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"Dimension {i} has the length {sizes[i]}.");
            }

            offset += index * strides[i];
        }

        return offset;
    }
}
