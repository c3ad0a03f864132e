using System.Text.RegularExpressions;

namespace Mpuc.Host.Cli.Plugins;

/// <summary><c>mpuc plugins new</c>.</summary>
internal sealed partial class NewPlugin(PackageFeed feed, TextWriter output)
{
    private const int LongestName = 64;

    // Namespaces that the plugin's own would hide.
    private static readonly string[] Taken =
        ["Autofac", "Backbones", "Microsoft", "Mpuc", "NUnit", "Serilog", "System", "Tests", "TorchSharp"];

    /// <summary>Writes the project.</summary>
    /// <param name="folder">The folder to write; must not be there yet, or be empty.</param>
    /// <returns>0.</returns>
    /// <exception cref="MpucException">The name is none, or the folder is there already.</exception>
    public int Run(string name, string folder)
    {
        CheckName(name);
        var target = Path.GetFullPath(folder);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new MpucException($"'{folder}' is there already; name a folder with --output that is not, or an empty one.");
        }

        try
        {
            Write(new PluginTemplate(name, feed.Version), target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"'{folder}' cannot be written: {e.Message}", e);
        }

        output.WriteLine(
            $"""
            The plugin {name} is in '{folder}'. There:

                dotnet test                                        builds it and tries the promises of the contract
                mpuc plugins test plugins/{name}                   the same in the program
                MPUC_PLUGINS=$PWD/plugins mpuc train example/run.json --output runs/first

            Then fill in {name}Reader.Read and {name}Net.forward; README.md says more.
            """);
        return 0;
    }

    // Under a temporary name first, so that a project is there whole or not at all.
    private void Write(PluginTemplate template, string target)
    {
        var parent = Path.GetDirectoryName(target) ?? target;
        Directory.CreateDirectory(parent);
        var half = Path.Combine(parent, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            foreach (var (path, content) in template.Files)
            {
                var file = Path.Combine(half, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, content);
            }

            var packages = Directory.CreateDirectory(Path.Combine(half, "packages")).FullName;
            foreach (var package in feed.Files)
            {
                File.Copy(package, Path.Combine(packages, Path.GetFileName(package)));
            }

            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(half, target);
        }
        finally
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }
        }
    }

    private static void CheckName(string name)
    {
        if (!PascalCase().IsMatch(name) || name.Length > LongestName)
        {
            throw new MpucException(
                $"'{name}' is no name for a plugin; a name is a C# identifier in Pascal case, of at most {LongestName} letters and "
                    + "digits, such as Gaze.");
        }

        if (Taken.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new MpucException($"A plugin named '{name}' would hide a namespace that it needs; choose another name.");
        }
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PascalCase();
}
