namespace Mpuc.Kernels;

/// <summary>
/// Keys and values that several processes share by TCP: c10d's <c>TCPStore</c>. One process serves it; the others, and the one itself, read and write. Every
/// key stands behind a prefix, so that several users of one store do not meet.
/// </summary>
public sealed class ProcessStore : IDisposable
{
    private const int LongestValue = 1 << 16;

    private IntPtr _handle;

    private ProcessStore((IntPtr Handle, int Port) opened) => (_handle, Port) = opened;

    /// <summary>Whether this build has c10d: it has not with TorchSharp's package, nor with a libtorch that comes without Gloo's headers.</summary>
    public static bool IsAvailable => NativeProcesses.IsAvailable;

    /// <summary>The port of the process that serves the store.</summary>
    public int Port { get; }

    internal IntPtr Handle => _handle;

    /// <summary>Serves a store from this process, and opens it.</summary>
    /// <param name="host">This machine's name or address, as the others reach it.</param>
    /// <param name="port">The port; 0 for one that is free.</param>
    /// <param name="prefix">Stands before every key.</param>
    /// <param name="timeout">How long to wait for anything.</param>
    /// <returns>The store.</returns>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">The port is taken.</exception>
    public static ProcessStore Serve(string host, int port, string prefix, TimeSpan timeout) =>
        new(NativeProcesses.OpenStore(host, port, serve: true, prefix, timeout));

    /// <summary>Opens a store that another process serves, or will serve before the timeout.</summary>
    /// <param name="host">The other machine's name or address.</param>
    /// <param name="port">Its port.</param>
    /// <param name="prefix">Stands before every key.</param>
    /// <param name="timeout">How long to wait for the server, and for anything.</param>
    /// <returns>The store.</returns>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">Nobody serves a store there.</exception>
    public static ProcessStore Connect(string host, int port, string prefix, TimeSpan timeout) =>
        new(NativeProcesses.OpenStore(host, port, serve: false, prefix, timeout));

    /// <summary>Sets a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value; what is longer than 64 KiB is cut when it is read.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">The server is gone.</exception>
    public void Set(string key, string value) => NativeProcesses.Set(_handle, key, value);

    /// <summary>Reads a key without waiting for it.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its value; null where it is not set.</returns>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">The server is gone.</exception>
    public string? TryGet(string key) => NativeProcesses.TryGet(_handle, key, new byte[LongestValue]);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != IntPtr.Zero)
        {
            NativeProcesses.CloseStore(_handle);
            _handle = IntPtr.Zero;
        }
    }
}
