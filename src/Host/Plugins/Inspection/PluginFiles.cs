using System.IO.Enumeration;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>The files of a plugin folder, none of which lies elsewhere.</summary>
internal static class PluginFiles
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <summary>Lists the files at any depth.</summary>
    /// <param name="folder">The plugin folder, absolute and without links.</param>
    /// <exception cref="MpucException">A symbolic link leads to a folder or out of <paramref name="folder"/>.</exception>
    public static IReadOnlyList<string> List(string folder)
    {
        // Links are listed, to be judged, and never followed, so that none can lead the listing away or round in circles.
        var entries = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), Everything)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        List<string> files = [];
        foreach (var path in entries)
        {
            var attributes = File.GetAttributes(path);
            if (attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                Judge(folder, path);
            }

            if (!attributes.HasFlag(FileAttributes.Directory))
            {
                files.Add(path);
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>
    /// Whether a file has nothing in it. A named pipe seems empty as well, and would keep whoever opens it waiting: so what is empty is
    /// never opened.
    /// </summary>
    /// <param name="path">A file that <see cref="List"/> listed.</param>
    public static bool IsEmpty(string path) =>
        new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path).Length == 0;

    private static void Judge(string folder, string link)
    {
        var target = File.ResolveLinkTarget(link, returnFinalTarget: true);
        var isInside = target?.FullName.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) == true;
        if (!isInside || !File.Exists(target!.FullName))
        {
            throw new MpucException(
                $"'{link}' is a symbolic link to '{target?.FullName}', which is no file of the plugin's folder; "
                + "put the file itself there.");
        }
    }
}
