using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Finds the native shim beside this assembly and says in one sentence what is missing where libtorch does not load.</summary>
internal static partial class NativeLibraryLoader
{
    internal const string Name = "mpuc_torch";

    private const string FileName = "libmpuc_torch.so";

#pragma warning disable CA2255 // A resolver must be in place before the first native call, whichever member makes it.
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLoader).Assembly, Resolve);
#pragma warning restore CA2255

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Name) {
            return IntPtr.Zero;
        }

        LetIdleThreadsSleep();
        var path = Path.Combine(Path.GetDirectoryName(assembly.Location) ?? AppContext.BaseDirectory, FileName);
        if (!File.Exists(path)) {
            path = Path.Combine(AppContext.BaseDirectory, FileName);
        }

        // A program that references the package has it in runtimes/RID/native, which the default search knows.
        if (!File.Exists(path) && NativeLibrary.TryLoad(FileName, assembly, searchPath, out var packaged)) {
            WarnAboutReferenceBlas(packaged);
            return packaged;
        }

        if (!File.Exists(path)) {
            throw new DllNotFoundException(
                $"{FileName} is missing beside {assembly.GetName().Name}.dll; build the project again (native/build.sh makes it).");
        }

        try {
            var library = NativeLibrary.Load(path);
            WarnAboutReferenceBlas(library);
            return library;
        } catch (DllNotFoundException missing) {
            throw new DllNotFoundException(
                "libtorch could not be loaded; install it (Debian: apt-get install libtorch-dev libopenblas0-pthread) or set LIBTORCH to its folder " +
                $"and build again. {missing.Message}",
                missing);
        }
    }

    // By default OpenMP's threads spin for some milliseconds after each loop, on the very cores that OpenBLAS's threads, or other programs, want. OpenMP reads
    // the variable when it is loaded, with libtorch; what the user has set stays.
    private static void LetIdleThreadsSleep()
    {
        if (!OperatingSystem.IsWindows()) {
            _ = setenv("OMP_WAIT_POLICY", "passive", 0);
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    // Called once: the runtime asks the resolver for a library only until it has a handle.
    private static unsafe void WarnAboutReferenceBlas(IntPtr library)
    {
        var blas = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "mpuc_blas");
        if (Marshal.PtrToStringUTF8((IntPtr)blas()) == "reference") {
            Console.Error.WriteLine(
                "warning: libtorch multiplies matrices with the reference BLAS, some fifty times slower than OpenBLAS; " +
                "install it (Debian: apt-get install libopenblas0-pthread).");
        }
    }
}
