using Mpuc.Weights;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>
/// The checked files of a bundle: every one that its manifest lists is there, as long and with the content that the manifest says. A zip
/// file's are unpacked to a temporary folder that goes with this object. Nothing of a bundle is ever executed.
/// </summary>
internal sealed class BundleFolder : IDisposable
{
    private readonly string? _temporary;

    private BundleFolder(string place, string folder, string? temporary, BundleManifest manifest) =>
        (Place, Folder, _temporary, Manifest) = (place, folder, temporary, manifest);

    /// <summary>What messages call the bundle: the path that the user named.</summary>
    public string Place { get; }

    /// <summary>The folder that the files are in.</summary>
    public string Folder { get; }

    /// <summary>What the bundle says of itself.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>Whether a path is a bundle rather than a run or a configuration, as far as a look from outside tells.</summary>
    public static bool IsBundle(string path) =>
        BundleArchive.IsArchive(path) || File.Exists(Path.Combine(path, BundleNames.Manifest));

    /// <summary>Opens a bundle and checks all of it.</summary>
    /// <exception cref="MpucException">It is missing, damaged, or none of this program's; the message says what is wrong.</exception>
    public static BundleFolder Open(string path)
    {
        if (!BundleArchive.IsArchive(path))
        {
            return Check(path, Path.GetFullPath(path), temporary: null);
        }

        var temporary = MakeTemporary(path);
        try
        {
            BundleArchive.Unpack(path, temporary);
            return Check(path, temporary, temporary);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    /// <summary>The path of one of the bundle's files.</summary>
    /// <param name="name">A name of <see cref="BundleNames"/>.</param>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private static string MakeTemporary(string path)
    {
        try
        {
            return Directory.CreateTempSubdirectory("mpuc-bundle-").FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                $"{path} cannot be unpacked to {Path.GetTempPath()}: {exception.Message.TrimEnd('.')}; set TMPDIR to a folder that can "
                    + "be written.",
                exception);
        }
    }

    private static BundleFolder Check(string place, string folder, string? temporary)
    {
        var manifestPath = Path.Combine(folder, BundleNames.Manifest);
        if (!File.Exists(manifestPath))
        {
            throw new MpucException(Directory.Exists(folder) || File.Exists(folder)
                ? $"{place} is no bundle: it has no {BundleNames.Manifest}; 'mpuc export RUN --output BUNDLE' makes one."
                : $"There is no bundle {place}; 'mpuc export RUN --output BUNDLE' makes one.");
        }

        RegularFile.Require(manifestPath);
        CheckLength(place, manifestPath, BundleNames.Limits[BundleNames.Manifest]);
        var manifest = BundleManifest.Parse(File.ReadAllText(manifestPath), place);
        manifest.Check(place);
        RefuseUnlisted(place, folder, [BundleNames.Manifest, .. manifest.Files.Select(file => file.Name)]);
        foreach (var listed in manifest.Files)
        {
            Check(place, Path.Combine(folder, listed.Name), listed);
        }

        return new BundleFolder(place, folder, temporary, manifest);
    }

    /// <summary>Refuses a folder that holds more than it should, so that nothing unchecked lies where something may look for it.</summary>
    /// <exception cref="MpucException">It holds something else.</exception>
    internal static void RefuseUnlisted(string place, string folder, IReadOnlyCollection<string> names)
    {
        if (Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault(
            name => !names.Contains(name)) is { } other)
        {
            throw new MpucException(
                $"{place} holds '{other}', which its manifest does not list; remove it, for it must hold {string.Join(", ", names)} "
                    + "alone.");
        }
    }

    private static void Check(string place, string path, BundleFile listed)
    {
        if (!File.Exists(path))
        {
            throw new MpucException($"{place} is damaged: '{listed.Name}' is missing.");
        }

        RegularFile.Require(path);
        if (RegularFile.LengthOf(path) is var length && length != listed.Bytes)
        {
            throw new MpucException(
                $"{place} is damaged: '{listed.Name}' has {length} bytes, and {BundleNames.Manifest} says {listed.Bytes}.");
        }

        if (FileHash.OfFile(path) != listed.Sha256)
        {
            throw new MpucException($"{place} is damaged: '{listed.Name}' does not have the SHA-256 that {BundleNames.Manifest} lists.");
        }
    }

    private static void CheckLength(string place, string path, long limit)
    {
        if (RegularFile.LengthOf(path) is var length && length > limit)
        {
            throw new MpucException($"{place} is no bundle: '{Path.GetFileName(path)}' has {length} bytes, and at most {limit} are read.");
        }
    }
}
