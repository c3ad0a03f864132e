namespace TorchSharp;

/// <summary>
/// Owns the native tensor of a <see cref="torch.Tensor"/> and releases it where the collector finds that nobody disposed it. A tensor has an owner instead of a
/// finalizer, because an object with one costs more than a small operator: owners whose tensors were disposed go on to the thread's next tensors.
/// </summary>
internal sealed class TensorOwner
{
    private const int Most = 64;

    [ThreadStatic]
    private static TensorOwner? spare;

    private IntPtr handle;
    private TensorOwner? next;
    private int spares;

    private TensorOwner()
    {
    }

    ~TensorOwner()
    {
        var abandoned = Release();
        if (abandoned != IntPtr.Zero) {
            NativeMethods.mpuc_tensor_release(abandoned);
        }
    }

    /// <summary>Takes over a native tensor.</summary>
    internal static TensorOwner Of(IntPtr handle)
    {
        var owner = spare;
        // An older one would keep an abandoned tensor until the collector looks at older generations again.
        if (owner is not null && GC.GetGeneration(owner) == 0) {
            spare = owner.next;
            owner.next = null;
        } else {
            spare = null;
            owner = new TensorOwner();
        }

        owner.handle = handle;
        return owner;
    }

    /// <summary>Gives the native tensor to the caller; null if the finalizer had it first.</summary>
    internal IntPtr Release()
    {
        var released = handle;
        handle = IntPtr.Zero;
        return released;
    }

    /// <summary>Offers an owner that has released its tensor to the thread's next one.</summary>
    internal void Reuse()
    {
        var others = spare is null ? 0 : spare.spares;
        if (others < Most) {
            (next, spares, spare) = (spare, others + 1, this);
        }
    }
}
