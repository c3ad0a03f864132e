using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Mpuc.Weights;

/// <summary>
/// Tells regular files from named pipes, devices and sockets, which would keep whoever opens them waiting, without opening them. Links are
/// followed. Where the system cannot be asked (Linux can), whatever is no folder counts as a regular file.
/// </summary>
public static class RegularFile
{
    // The kernel's struct statx, the same on every processor: type and permissions, inode, size, times, and the disk.
    private const int StatusSize = 256;
    private const int ModeOffset = 28;
    private const int InodeOffset = 32;
    private const int SizeOffset = 40;
    private const int EntryTimeOffset = 96;
    private const int ContentTimeOffset = 112;
    private const int DiskOffset = 136;
    private const uint BasicStatus = 0x7ff;
    private const int WorkingFolder = -100;

    private const string AFolder = "a folder";

    private const int TypeMask = 0xf000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether a path is a regular file, or a link to one.</summary>
    /// <param name="path">The path.</param>
    /// <returns>False for all else and for what is not there.</returns>
    public static bool Exists(string path) => Describe(path) is null && File.Exists(path);

    /// <summary>Refuses what is there and is no regular file; what is missing is for the caller to name.</summary>
    /// <param name="path">The path, which the message names.</param>
    /// <exception cref="MpucException">It is a folder, a named pipe, a device or a socket, or leads to one.</exception>
    public static void Require(string path)
    {
        if (Describe(path) is { } kind)
        {
            throw new MpucException(
                $"'{path}' is {kind}, not a regular file; "
                    + $"{(kind == AFolder ? "name a file in it" : "copy what it gives to a file, and name that")}.");
        }
    }

    /// <summary>Whether a path is a link whose target is not there; .NET takes such a link for a file that exists.</summary>
    /// <param name="path">The path.</param>
    /// <returns>True for such a link alone.</returns>
    public static bool LeadsNowhere(string path) => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { Exists: false };

    /// <summary>Names what is not there: of a link that leads nowhere its target, too, which is what is missing.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The path in quotes, for the end of a sentence such as "There is no file ...".</returns>
    public static string NameAbsent(string path) =>
        new FileInfo(path).LinkTarget is { } target ? $"'{path}': it is a link to '{target}', which is not there" : $"'{path}'";

    /// <summary>What stands for a file or folder however many names and links lead to it.</summary>
    /// <param name="path">The path.</param>
    /// <returns>An identity; the path without links where the system cannot be asked.</returns>
    public static string IdentityOf(string path)
    {
        Span<byte> status = stackalloc byte[StatusSize];
        if (TryRead(path, status))
        {
            return $"{BinaryPrimitives.ReadUInt64LittleEndian(status[DiskOffset..])}:{BinaryPrimitives.ReadUInt64LittleEndian(status[InodeOffset..])}";
        }

        return (Directory.Exists(path) ? Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null)
            ?? Path.GetFullPath(path);
    }

    /// <summary>A file's length, and of a link its target's.</summary>
    /// <param name="path">The path of a file that exists.</param>
    /// <returns>Bytes.</returns>
    public static long LengthOf(string path)
    {
        Span<byte> status = stackalloc byte[StatusSize];
        return TryRead(path, status) ? BinaryPrimitives.ReadInt64LittleEndian(status[SizeOffset..])
            : new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path).Length;
    }

    /// <summary>
    /// What changes when a file's content does, or another file takes its place, even of the same length and with its time of change set
    /// back: inode, length, and the times of change of content and of the entry itself, which no program sets.
    /// </summary>
    /// <param name="path">The path of a file that exists; of a link, the target counts.</param>
    /// <returns>
    /// The state, without blanks but between its parts (length and time of change alone where the system cannot be asked for more), and the
    /// later of the times of change that the system keeps.
    /// </returns>
    public static (string Text, DateTime ChangedUtc) StateOf(string path)
    {
        Span<byte> status = stackalloc byte[StatusSize];
        if (!TryRead(path, status))
        {
            var file = new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
            return (string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}"), file.LastWriteTimeUtc);
        }

        var (inode, length) = (
            BinaryPrimitives.ReadUInt64LittleEndian(status[InodeOffset..]), BinaryPrimitives.ReadInt64LittleEndian(status[SizeOffset..]));
        var (content, entry) = (TimeAt(status[ContentTimeOffset..]), TimeAt(status[EntryTimeOffset..]));
        return (
            string.Create(CultureInfo.InvariantCulture, $"{inode} {length} {content.Ticks} {entry.Ticks}"),
            content > entry ? content : entry);
    }

    private static DateTime TimeAt(ReadOnlySpan<byte> time) => DateTime.UnixEpoch.AddTicks(
        (BinaryPrimitives.ReadInt64LittleEndian(time) * TimeSpan.TicksPerSecond)
            + (BinaryPrimitives.ReadUInt32LittleEndian(time[sizeof(long)..]) / 100));

    // Null for a regular file and for what is not there.
    private static string? Describe(string path)
    {
        Span<byte> status = stackalloc byte[StatusSize];
        return TryRead(path, status) ? (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & TypeMask) switch
        {
            Regular => null,
            Folder => AFolder,
            0x1000 => "a named pipe",
            0x2000 or 0x6000 => "a device",
            0xc000 => "a socket",
            _ => "a special file",
        } : Directory.Exists(path) ? AFolder : null;
    }

    private static bool TryRead(string path, Span<byte> status)
    {
        if (!OperatingSystem.IsLinux() || !BitConverter.IsLittleEndian || path.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            return Status(WorkingFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, BasicStatus, ref MemoryMarshal.GetReference(status)) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, byte[] path, int flags, uint mask, ref byte status);
}
