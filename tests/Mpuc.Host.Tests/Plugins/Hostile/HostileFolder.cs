using System.Diagnostics;
using System.Text;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins.Hostile;

/// <summary>Plugin folders that no sound build makes, each put together in the folder <c>Bad</c> of a sandbox.</summary>
internal static class HostileFolder
{
    private static readonly Version Contract = HostSurface.Current.ContractVersion;

    public static readonly IReadOnlyDictionary<string, Action<PluginSandbox>> All = new Dictionary<string, Action<PluginSandbox>>
    {
        ["empty folder"] = sandbox => sandbox.Add("Bad"),
        ["no marked assembly"] = sandbox => sandbox.AddFaulty("unmarked", "Bad"),
        ["two marked assemblies"] = sandbox => sandbox.Add("Bad", "extra/Extra.dll", "throwing-module/Faulty.dll"),
        ["id that is a path"] = sandbox => sandbox.AddFaulty("bad-id", "Bad"),
        ["id without a letter"] = sandbox => sandbox.AddFaulty("empty-id", "Bad"),
        ["entry point in another assembly"] = sandbox => sandbox.AddFaulty("foreign-entry", "Bad"),
        ["contract one major above"] = sandbox => Patch(sandbox, HostSurface.Contract, new Version(Contract.Major + 1, 0)),
        ["contract one minor above"] = sandbox => Patch(sandbox, HostSurface.Contract, new Version(Contract.Major, Contract.Minor + 1)),
        ["contract one major below"] = sandbox => Patch(sandbox, HostSurface.Contract, new Version(Contract.Major - 1, 9)),
        ["newer shared assembly"] = sandbox => Patch(sandbox, "Autofac", new Version(99, 0)),
        ["framework of the future"] = sandbox => Framework(sandbox, ".NETCoreApp,Version=v99.0"),
        [".NET Framework"] = sandbox => Framework(sandbox, ".NETFramework,Version=v4."),
        ["framework that is none"] = sandbox => Framework(sandbox, "no framework, no version"),
        ["own copy of the contract"] = sandbox => Copy(sandbox, "Mpuc.Abstractions.dll"),
        ["own copy of Autofac"] = sandbox => Copy(sandbox, "Autofac.dll"),
        ["own copy of the logging abstraction"] = sandbox => Copy(sandbox, "Serilog.dll"),
        ["missing dependency"] = sandbox => sandbox.Add("Bad", "good/Good.dll"),
        ["empty assembly"] = sandbox => Rewrite(sandbox, _ => []),
        ["half an assembly"] = sandbox => Rewrite(sandbox, bytes => bytes[..(bytes.Length / 2)]),
        ["assembly without its metadata"] = sandbox => Rewrite(sandbox, bytes => [.. bytes[..512], .. new byte[bytes.Length - 512]]),
        ["text named as an assembly"] = sandbox => Rewrite(sandbox, _ => Encoding.UTF8.GetBytes("This is no assembly.")),
        ["native library named as an assembly"] = sandbox =>
            Rewrite(sandbox, _ => File.ReadAllBytes(typeof(HostileFolder).Assembly.Location)[..64]),
        ["link out of the folder"] = sandbox => Link(sandbox, "/etc/passwd"),
        ["link to a folder"] = sandbox => Link(sandbox, "/"),
        ["link to itself"] = sandbox => Link(sandbox, "link"),
        ["manifest that climbs"] = sandbox => Manifest(sandbox, """{ "runtime": { "../../outside.dll": {} } }"""),
        ["manifest with an absolute path"] = sandbox => Manifest(sandbox, """{ "runtime": { "/outside.dll": {} } }"""),
        ["manifest with null"] = sandbox =>
            Manifest(sandbox, """{ "runtimeTargets": { "a.dll": { "rid": null, "assetType": "runtime" } } }"""),
        ["manifest of half a line"] = sandbox =>
            File.WriteAllText(Path.Combine(sandbox.Add("Bad", "extra/Extra.dll"), "Extra.deps.json"), "{ \"runtimeTa"),
        ["named pipe beside the assembly"] = sandbox => Pipe(sandbox.Add("Bad", "extra/Extra.dll"), "pipe"),
        ["named pipe named as an assembly"] = sandbox => Pipe(sandbox.Add("Bad", "extra/Extra.dll"), "Pipe.dll"),
    };

    private static void Patch(PluginSandbox sandbox, string reference, Version version) =>
        AssemblyPatch.SetReferenceVersion(Path.Combine(sandbox.Add("Bad", "extra/Extra.dll"), "Extra.dll"), reference, version);

    private static void Framework(PluginSandbox sandbox, string name) =>
        AssemblyPatch.Replace(
            Path.Combine(sandbox.Add("Bad", "extra/Extra.dll"), "Extra.dll"), ".NETCoreApp,Version=v10.0", name.PadRight(25));

    private static void Copy(PluginSandbox sandbox, string file) =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(sandbox.Add("Bad", "extra/Extra.dll"), "renamed.dll"));

    private static void Rewrite(PluginSandbox sandbox, Func<byte[], byte[]> change)
    {
        var path = Path.Combine(sandbox.Add("Bad", "extra/Extra.dll"), "Extra.dll");
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
    }

    private static void Link(PluginSandbox sandbox, string target) =>
        File.CreateSymbolicLink(Path.Combine(sandbox.Add("Bad", "extra/Extra.dll"), "link"), target);

    private static void Manifest(PluginSandbox sandbox, string library) => File.WriteAllText(
        Path.Combine(sandbox.Add("Bad", "extra/Extra.dll"), "Extra.deps.json"),
        $$"""
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
          "targets": { ".NETCoreApp,Version=v10.0": { "Extra/1.0.0": {{library}} } },
          "libraries": { "Extra/1.0.0": { "type": "project", "serviceable": false, "sha512": "" } }
        }
        """);

    private static void Pipe(string folder, string name)
    {
        using var mkfifo = Process.Start("mkfifo", Path.Combine(folder, name));
        mkfifo.WaitForExit();
    }
}
