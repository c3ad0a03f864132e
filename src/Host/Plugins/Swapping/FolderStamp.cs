using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mpuc.Host.Plugins.Swapping;

/// <summary>
/// Tells cheaply whether plugin folders changed: by the names, lengths and times of their files, and by where folders that are links lead.
/// </summary>
internal static class FolderStamp
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>Takes the stamp.</summary>
    public static string Of(IEnumerable<string> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in PluginFolders.Candidates(folders.Where(Directory.Exists)).SelectMany(Lines))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + '\n'));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static List<string> Lines(string folder)
    {
        try
        {
            var target = Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
            return
            [
                $"{folder}\t{target}",
                .. new DirectoryInfo(target).EnumerateFiles("*", Everything).Select(Line).Order(StringComparer.Ordinal),
            ];
        }
        catch (IOException)
        {
            return [folder]; // It vanished meanwhile.
        }
    }

    private static string Line(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\t{file.Length}\t{file.LastWriteTimeUtc.Ticks}");
}
