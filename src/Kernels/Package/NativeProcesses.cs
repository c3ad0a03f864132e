using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>No processes: TorchSharp's package has no c10d. Never called, because nothing asks where <see cref="IsAvailable"/> is false.</summary>
internal static class NativeProcesses
{
    /// <summary>Whether this build has them.</summary>
    public static bool IsAvailable => false;

    /// <inheritdoc cref="IsAvailable"/>
    public static (IntPtr Store, int Port) OpenStore(string host, int port, bool serve, string prefix, TimeSpan timeout) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void CloseStore(IntPtr store) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void Set(IntPtr store, string key, string value) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static string? TryGet(IntPtr store, string key, Span<byte> buffer) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static IntPtr Join(IntPtr store, int rank, int size, string address, string networkInterface, TimeSpan timeout, bool shareMemory) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void Leave(IntPtr group) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void End(int code, int seconds) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void Sum(IntPtr group, Tensor values) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void Broadcast(IntPtr group, Tensor values) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static Tensor Gather(IntPtr group, Tensor values) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static IntPtr NewBuckets(IntPtr group, IReadOnlyList<Tensor> parameters, long bucketBytes) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void DeleteBuckets(IntPtr buckets) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static void Begin(IntPtr buckets, bool signal) => throw Absent();

    /// <inheritdoc cref="IsAvailable"/>
    public static bool Finish(IntPtr buckets) => throw Absent();

    private static NotSupportedException Absent() => new("With the TorchSharp package there is one process alone: it has no c10d.");
}
