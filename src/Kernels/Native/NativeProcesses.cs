using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>c10d, through the shim: stores, groups and buckets are the shim's own objects, known by their addresses.</summary>
internal static unsafe class NativeProcesses
{
    private static readonly Operator GatherOperator = new("mpuc::gather");

    /// <summary>Whether this build has them: the shim was built with Gloo's headers.</summary>
    public static bool IsAvailable => NativeMethods.mpuc_has_c10d() != 0;

    /// <summary>Opens or serves a store.</summary>
    public static (IntPtr Store, int Port) OpenStore(string host, int port, bool serve, string prefix, TimeSpan timeout)
    {
        NativeError.Check(NativeMethods.mpuc_store_new(host, port, serve ? 1 : 0, prefix, (long)timeout.TotalMilliseconds, out var store, out var used));
        return (store, used);
    }

    /// <summary>Lets a store go.</summary>
    public static void CloseStore(IntPtr store) => NativeMethods.mpuc_store_release(store);

    /// <summary>Sets a key.</summary>
    public static void Set(IntPtr store, string key, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        fixed (byte* start = bytes)
        {
            NativeError.Check(NativeMethods.mpuc_store_set(store, key, start, bytes.Length));
        }
    }

    /// <summary>Reads a key, up to the length of the buffer; null where it is not set.</summary>
    public static string? TryGet(IntPtr store, string key, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            NativeError.Check(NativeMethods.mpuc_store_try_get(store, key, start, buffer.Length, out var length));
            return length < 0 ? null : Encoding.UTF8.GetString(buffer[..(int)Math.Min(length, buffer.Length)]);
        }
    }

    /// <summary>Joins a group.</summary>
    public static IntPtr Join(IntPtr store, int rank, int size, string address, string networkInterface, TimeSpan timeout, bool shareMemory)
    {
        var milliseconds = (long)timeout.TotalMilliseconds;
        NativeError.Check(NativeMethods.mpuc_group_new(store, rank, size, address, networkInterface, milliseconds, shareMemory ? 1 : 0, out var group));
        return group;
    }

    /// <summary>Leaves a group.</summary>
    public static void Leave(IntPtr group) => NativeMethods.mpuc_group_release(group);

    /// <summary>Ends this process.</summary>
    public static void End(int code, int seconds) => NativeMethods.mpuc_end_process(code, seconds);

    /// <summary>Replaces values by their sum over all processes.</summary>
    public static void Sum(IntPtr group, Tensor values)
    {
        NativeError.Check(NativeMethods.mpuc_group_sum(group, values.Handle));
        GC.KeepAlive(values);
    }

    /// <summary>Replaces values by those of rank 0.</summary>
    public static void Broadcast(IntPtr group, Tensor values)
    {
        NativeError.Check(NativeMethods.mpuc_group_broadcast(group, values.Handle));
        GC.KeepAlive(values);
    }

    /// <summary>Stacks the values of all processes, with the own slice's gradient.</summary>
    public static Tensor Gather(IntPtr group, Tensor values) => GatherOperator.Call(values, (long)group);

    /// <summary>Makes buckets for the gradients of parameters.</summary>
    public static IntPtr NewBuckets(IntPtr group, IReadOnlyList<Tensor> parameters, long bucketBytes)
    {
        IntPtr[] handles = [.. parameters.Select(parameter => parameter.Handle)];
        fixed (IntPtr* start = handles)
        {
            NativeError.Check(NativeMethods.mpuc_buckets_new(group, start, handles.Length, bucketBytes, out var buckets));
            GC.KeepAlive(parameters);
            return buckets;
        }
    }

    /// <summary>Lets buckets go.</summary>
    public static void DeleteBuckets(IntPtr buckets) => NativeMethods.mpuc_buckets_release(buckets);

    /// <summary>Sends gradients from now on as they become final.</summary>
    public static void Begin(IntPtr buckets, bool signal) => NativeError.Check(NativeMethods.mpuc_buckets_begin(buckets, signal ? 1 : 0));

    /// <summary>Sends the rest and takes the sums.</summary>
    public static bool Finish(IntPtr buckets)
    {
        NativeError.Check(NativeMethods.mpuc_buckets_finish(buckets, out var signalled));
        return signalled != 0;
    }
}
