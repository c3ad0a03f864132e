using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>c10d's part of the C ABI: the store, the group of processes, the sums of gradients.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)] internal static partial int mpuc_has_c10d();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mpuc_store_new(string host, int port, int isServer, string prefix, long timeout, out IntPtr result, out int used);

    [LibraryImport(Library)] internal static partial void mpuc_store_release(IntPtr store);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mpuc_store_set(IntPtr store, string key, byte* value, long length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mpuc_store_try_get(IntPtr store, string key, byte* buffer, long capacity, out long length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mpuc_group_new(
        IntPtr store, int rank, int size, string address, string networkInterface, long timeout, int shareMemory, out IntPtr result);

    [LibraryImport(Library)] internal static partial void mpuc_end_process(int code, int seconds);
    [LibraryImport(Library)] internal static partial void mpuc_group_release(IntPtr group);
    [LibraryImport(Library)] internal static partial int mpuc_group_sum(IntPtr group, IntPtr tensor);
    [LibraryImport(Library)] internal static partial int mpuc_group_broadcast(IntPtr group, IntPtr tensor);

    [LibraryImport(Library)]
    internal static partial int mpuc_buckets_new(IntPtr group, IntPtr* parameters, int count, long bucketBytes, out IntPtr result);

    [LibraryImport(Library)] internal static partial void mpuc_buckets_release(IntPtr buckets);
    [LibraryImport(Library)] internal static partial int mpuc_buckets_begin(IntPtr buckets, int signal);
    [LibraryImport(Library)] internal static partial int mpuc_buckets_finish(IntPtr buckets, out int signalled);
}
