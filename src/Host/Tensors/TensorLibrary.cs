using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mpuc.Host.Tensors;

/// <summary>
/// Loads libtorch, and says in a sentence why it cannot be loaded. TorchSharp blames a missing package for whatever the reason is, and a
/// library that was cut short ends the process while it is loaded.
/// </summary>
internal static class TensorLibrary
{
    private const int SectionTable = 0x28;
    private const int SectionSize = 0x3a;
    private const int SectionCount = 0x3c;
    private const int HeaderSize = 0x40;

    private static readonly string[] Names = ["libc10.so", "libtorch_cpu.so", "libtorch.so", "libLibTorchSharp.so"];

    private static readonly Lazy<bool> Loaded = new(
        () =>
        {
            Check();
            if (OperatingSystem.IsLinux())
            {
                Load(Folder);
            }

            return true;
        },
        LazyThreadSafetyMode.PublicationOnly);

    private static string Folder => Path.Combine(
        AppContext.BaseDirectory, "runtimes", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "native");

    /// <summary>
    /// Makes sure that loading libtorch cannot end the process, at the cost of a few reads: it takes a third of a second to load, which
    /// commands that compute nothing are spared.
    /// </summary>
    /// <exception cref="MpucException">A library is damaged, or there is none for this platform; the message says what to do.</exception>
    public static void Check()
    {
        if (OperatingSystem.IsLinux())
        {
            Check(Folder);
        }
    }

    /// <summary>Makes sure that tensors can be computed with.</summary>
    /// <exception cref="MpucException">libtorch cannot be loaded; the message names the file and the fix.</exception>
    public static void Require() => _ = Loaded.Value;

    /// <summary>Checks the libraries of a folder, if they lie there.</summary>
    internal static void Check(string folder)
    {
        if (!Directory.Exists(folder))
        {
            if (RuntimeInformation.OSArchitecture != Architecture.X64)
            {
                throw new MpucException(
                    $"There is no libtorch for Linux on {RuntimeInformation.OSArchitecture}: TorchSharp's packages have it for "
                        + "linux-x64, win-x64, win-arm64 "
                    + "and osx-arm64; run mpuc on one of these.");
            }

            return;
        }

        foreach (var path in Names.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            CheckWhole(path);
        }
    }

    /// <summary>Loads the libraries of a folder, if they lie there.</summary>
    internal static void Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var library = Path.Combine(folder, Names[^1]);
        try
        {
            NativeLibrary.Load(library);
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            throw new MpucException(Explain(library, failure.Message.ReplaceLineEndings(" ").Trim()), failure);
        }
    }

    /// <summary>From the dynamic linker's words to a sentence with what to do.</summary>
    internal static string Explain(string library, string reason) => reason switch
    {
        _ when reason.Contains("GLIBCXX_", StringComparison.Ordinal) || reason.Contains("CXXABI_", StringComparison.Ordinal) =>
            $"'{library}' needs a newer C++ library than this system has; build mpuc on this machine ('./mpuc' does), which adapts it "
                + "to GCC 12's, or use a "
            + "system with GCC 12 or newer.",
        _ when reason.Contains("GLIBC_", StringComparison.Ordinal) =>
            $"'{library}' needs a newer C library than this system has; a Linux with glibc 2.34 or newer would be right.",
        _ when reason.Contains("libstdc++", StringComparison.Ordinal) =>
            $"'{library}' needs the C++ library, which this system lacks; install it (on Debian: apt-get install libstdc++6).",
        _ =>
            $"'{library}' cannot be loaded ({reason}); delete mpuc's build folder 'artifacts' and build again, which restores it from "
                + "TorchSharp's packages.",
    };

    /// <summary>Refuses a 64-bit ELF file whose section table lies beyond its end.</summary>
    internal static void CheckWhole(string path)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        using var file = File.OpenRead(path);
        var isWhole = file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize
            && header[..5].SequenceEqual("\u007fELF\u0002"u8)
            && BinaryPrimitives.ReadInt64LittleEndian(header[SectionTable..]) is > 0 and var table
            && table <= file.Length
            && table
                + (
                    BinaryPrimitives.ReadUInt16LittleEndian(header[SectionSize..]) * BinaryPrimitives.ReadUInt16LittleEndian(
                        header[SectionCount..]))
                <= file.Length;
        if (!isWhole)
        {
            throw new MpucException(
                $"'{path}' is damaged: its {file.Length} bytes are no whole library; delete mpuc's build folder 'artifacts' and the "
                    + "package's folder in "
                + "NuGet's cache, and build again.");
        }
    }
}
