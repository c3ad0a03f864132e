using Mpuc.Weights;

namespace Mpuc.Host.Data;

/// <summary>The files of a folder at any depth, each real folder once, whatever links lead to it.</summary>
internal static class FolderWalk
{
    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    /// <summary>
    /// Lists files. Folders by their own names come before links to folders, so that a file keeps its own name; a link to a folder that
    /// holds the root, or was listed, is passed over.
    /// </summary>
    /// <param name="root">The folder, absolute.</param>
    public static IEnumerable<string> Files(string root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var above = Path.GetDirectoryName(RealPath(root)); above is not null; above = Path.GetDirectoryName(above))
        {
            seen.Add(RegularFile.IdentityOf(above));
        }

        var files = new List<string>();
        var links = new Queue<string>([root]);
        while (links.TryDequeue(out var start))
        {
            var folders = new Stack<string>([start]);
            while (folders.TryPop(out var folder))
            {
                if (!seen.Add(RegularFile.IdentityOf(folder)))
                {
                    continue;
                }

                files.AddRange(Directory.EnumerateFiles(folder, "*", Visible));
                foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories("*", Visible)
                    .OrderBy(inner => inner.Name, StringComparer.Ordinal))
                {
                    if (inner.LinkTarget is null)
                    {
                        folders.Push(inner.FullName);
                    }
                    else
                    {
                        links.Enqueue(inner.FullName);
                    }
                }
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static string RealPath(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }
}
