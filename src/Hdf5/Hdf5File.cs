using System.Runtime.InteropServices;
using System.Text;
using Mpuc.Hdf5.Native;

namespace Mpuc.Hdf5;

/// <summary>
/// A file in HDF5, read lazily and as data: its filters are libhdf5's own, and nothing that it refers to outside itself (links, raw data,
/// virtual data sets in other files) is followed. Safe to use from several threads, which wait for each other.
/// </summary>
public sealed unsafe class Hdf5File : IDisposable
{
    private const uint ReadOnly = 0;
    private const int ByName = 0;
    private const int Increasing = 0;
    private const int HardLink = 0;

    // Both versions of H5L_info_t are smaller.
    private const int LinkInfoSize = 128;

    private long _id;

    private Hdf5File(string path, long id) => (Path, _id) = (path, id);

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The file, which the caller owns.</returns>
    /// <exception cref="MpucException">There is no libhdf5 or no such file, or it is no HDF5 file, or a truncated one.</exception>
    public static Hdf5File Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new MpucException($"There is no file '{path}'.");
        }

        using var entered = Library.Enter();
        using var access = new Id(FileAccess(), Functions.H5Pclose);
        fixed (byte* name = Terminated(path))
        {
            var id = access.IsInvalid ? -1 : Functions.H5Fopen(name, ReadOnly, access.Value);
            return id >= 0
                ? new Hdf5File(path, id)
                : throw new MpucException(
                    $"'{path}' cannot be opened as an HDF5 file: {LastError.Describe()}; it may be truncated or something else.");
        }
    }

    /// <summary>The names of what lies in a group, in their order as bytes. Links that lead elsewhere are no members.</summary>
    /// <param name="group">The group's path, such as <c>/</c> or <c>/COVAREP/data</c>.</param>
    /// <returns>The names.</returns>
    /// <exception cref="MpucException">There is no such group, or it is damaged.</exception>
    public IReadOnlyList<string> Names(string group)
    {
        using var entered = Library.Enter();
        using var id = OpenGroup(group);
        var names = new List<string>();
        var handle = GCHandle.Alloc(names);
        try
        {
            ulong place = 0;
            return Library.Iterate(id.Value, ByName, Increasing, &place, &Collect, (void*)GCHandle.ToIntPtr(handle)) >= 0
                ? names
                : throw Fault(group);
        }
        finally
        {
            handle.Free();
        }
    }

    /// <summary>Whether there is a group or data set.</summary>
    /// <param name="path">Its path, such as <c>/COVAREP/data</c>.</param>
    /// <returns>Whether every part of the path is a member of the group before it.</returns>
    public bool Contains(string path)
    {
        using var entered = Library.Enter();
        return IsWithin(path);
    }

    /// <summary>Opens a data set.</summary>
    /// <param name="path">Its path, such as <c>/COVAREP/data/VIDEO/features</c>.</param>
    /// <returns>The data set, which the caller owns and disposes before the file.</returns>
    /// <exception cref="MpucException">There is no such data set, it is damaged, or its data lie in other files.</exception>
    public Hdf5Dataset OpenDataset(string path)
    {
        using var entered = Library.Enter();
        RequireWithin(path);
        fixed (byte* name = Terminated(path))
        {
            var id = Functions.H5Dopen2(Open(), name, Functions.Default);
            return id >= 0 ? Hdf5Dataset.Of(this, path, id) : throw Fault(path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_id >= 0)
        {
            using var entered = Library.Enter();
            _ = Functions.H5Fclose(_id);
            _id = -1;
        }
    }

    /// <summary>Describes what cannot be read.</summary>
    /// <param name="path">The group's or data set's path.</param>
    /// <returns>The error for the user, with libhdf5's own words.</returns>
    internal MpucException Fault(string path) =>
        new($"'{Path}', {path}: it cannot be read: {LastError.Describe()}; the file may be damaged or truncated.");

    private static long FileAccess()
    {
        // The driver of plain files, whatever the environment asks for. A lock would refuse files on read-only network drives.
        var list = Functions.H5Pcreate(Library.FileAccessClass);
        if (list >= 0)
        {
            _ = Functions.H5Pset_fapl_sec2(list);
            Library.IgnoreLocks(list);
        }

        return list;
    }

    private static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + '\0');

    [UnmanagedCallersOnly]
    private static int Collect(long group, byte* name, byte* link, void* data)
    {
        if (*(int*)link == HardLink)
        {
            ((List<string>)GCHandle.FromIntPtr((nint)data).Target!).Add(Marshal.PtrToStringUTF8((nint)name)!);
        }

        return 0;
    }

    private long Open() => _id >= 0 ? _id : throw new ObjectDisposedException(nameof(Hdf5File));

    private Id OpenGroup(string path)
    {
        RequireWithin(path);
        fixed (byte* name = Terminated(path))
        {
            var id = Functions.H5Gopen2(Open(), name, Functions.Default);
            return id >= 0 ? new Id(id, Functions.H5Gclose) : throw Fault(path);
        }
    }

    private void RequireWithin(string path)
    {
        if (!IsWithin(path))
        {
            throw new MpucException($"'{Path}' has no '{path}' of its own.");
        }
    }

    private bool IsWithin(string path)
    {
        var info = stackalloc byte[LinkInfoSize];
        for (var end = path.IndexOf('/', 1); ; end = path.IndexOf('/', end + 1))
        {
            var part = end < 0 ? path : path[..end];
            if (part == "/")
            {
                return true;
            }

            fixed (byte* name = Terminated(part))
            {
                if (Library.LinkInfo(Open(), name, info, Functions.Default) < 0 || *(int*)info != HardLink)
                {
                    return false;
                }
            }

            if (end < 0)
            {
                return true;
            }
        }
    }
}
