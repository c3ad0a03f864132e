using Mpuc.Weights;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>Puts a bundle together in a temporary folder beside its place, so that it appears whole or not at all.</summary>
internal sealed class BundleWriter : IDisposable
{
    private readonly string _output;
    private readonly string _folder;

    /// <summary>Makes the temporary folder.</summary>
    /// <param name="output">A path that <see cref="Check"/> returned.</param>
    public BundleWriter(string output)
    {
        _output = output;
        _folder = AtomicFolder.TemporaryOf(output);
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Checks that a bundle can be written to a path, before anything is computed.</summary>
    /// <returns>The path, absolute.</returns>
    /// <exception cref="MpucException">Something else is there, or the folder for it is missing.</exception>
    public static string Check(string path)
    {
        var full = OutputPath.RequireFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var isTaken = BundleArchive.IsArchive(full) ? Directory.Exists(full)
            : File.Exists(full) || (Directory.Exists(full) && !IsReplaceable(full));
        return isTaken
            ? throw new MpucException($"'{path}' exists and is no bundle; choose another name, a new folder or a .zip file.")
            : full;
    }

    /// <summary>The path of one of the bundle's files, to be written by the caller.</summary>
    /// <param name="name">A name of <see cref="BundleNames"/>.</param>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Writes the manifest over the files that are there, and puts the bundle in its place.</summary>
    public void Finish(Func<IReadOnlyList<BundleFile>, BundleManifest> describe)
    {
        var files = Directory.GetFiles(_folder).Order(StringComparer.Ordinal)
            .Select(path => new BundleFile(Path.GetFileName(path), new FileInfo(path).Length, FileHash.OfFile(path))).ToList();
        AtomicFile.WriteText(PathOf(BundleNames.Manifest), describe(files).ToJson());
        if (BundleArchive.IsArchive(_output))
        {
            AtomicFile.Write(_output, stream => BundleArchive.Pack(_folder, stream));
            return;
        }

        AtomicFolder.Replace(_folder, _output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Nothing but a bundle's own files may be deleted by replacing one.
    private static bool IsReplaceable(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .All(entry => File.Exists(entry) && BundleNames.Limits.ContainsKey(Path.GetFileName(entry)));
}

/// <summary>One file of a bundle, as the bundle's manifest lists it.</summary>
/// <param name="Name">The file's name, without any folder.</param>
internal sealed record BundleFile(string Name, long Bytes, string Sha256);
