using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Turns a failed native call into an <see cref="ExternalException"/> with libtorch's own words.</summary>
internal static class NativeError
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int status)
    {
        if (status != 0) {
            Throw();
        }
    }

    [DoesNotReturn]
    internal static unsafe void Throw() =>
        throw new ExternalException(
            Marshal.PtrToStringUTF8((IntPtr)NativeMethods.mpuc_last_error()) ?? "libtorch failed without a message");
}
