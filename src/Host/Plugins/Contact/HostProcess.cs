using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>
/// How this host is started again: as the program that it is, or, in an application that embeds it, by way of <c>dotnet exec</c>.
/// </summary>
internal static class HostProcess
{
    private static readonly string Program = typeof(HostProcess).Assembly.GetName().Name!;

    /// <summary>Describes the host's process; see <see cref="ContactStart"/>.</summary>
    public static ProcessStartInfo Describe(IReadOnlyList<string> arguments) =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == Program
            ? new ProcessStartInfo(path, arguments)
            : Embedded(arguments);

    private static ProcessStartInfo Embedded(IReadOnlyList<string> arguments)
    {
        // The application's files name its packages, the host's among them, and where they lie.
        var dependencies = ((string?)AppContext.GetData("APP_CONTEXT_DEPS_FILES"))?.Split(';')[0] ?? "";
        const string Extension = ".deps.json";
        var isUsual = dependencies.EndsWith(Extension, StringComparison.Ordinal);
        var runtime = isUsual ? $"{dependencies[..^Extension.Length]}.runtimeconfig.json" : "";
        var main = Path.Combine(AppContext.BaseDirectory, $"{Program}.dll");
        string?[] needed = [Launcher(), dependencies, runtime, main];
        return Array.TrueForAll(needed, File.Exists)
            ? new ProcessStartInfo(needed[0]!, ["exec", "--depsfile", dependencies, "--runtimeconfig", runtime, main, .. arguments])
            : throw new MpucException("there is no dotnet to start, or the application is a single file");
    }

    private static string? Launcher()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Path.GetFileName(Environment.ProcessPath) == name)
        {
            return Environment.ProcessPath;
        }

        // The runtime lies in shared/Microsoft.NETCore.App/VERSION below the launcher.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, name);
    }
}
