using System.Diagnostics;
using System.Security.Cryptography;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins.Inspection;

public sealed class PluginInspectorTests
{
    private PluginSandbox _sandbox = null!;

    [SetUp]
    public void MakeSandbox() => _sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void Identity_and_needs_are_read_from_the_metadata()
    {
        var inspection = Inspect(_sandbox.AddGood());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inspection.Refusal, Is.Null);
            Assert.That(inspection.Id, Is.EqualTo("fixtures.good"));
            Assert.That(inspection.Version, Is.EqualTo("1.2.3"), "without the source revision");
            Assert.That(inspection.Main!.Mark!.EntryType, Is.EqualTo("Fixtures.GoodPlugin"));
            Assert.That(inspection.Main.TargetFramework, Is.EqualTo(".NETCoreApp,Version=v10.0"));
            Assert.That(inspection.Contract, Is.EqualTo(HostSurface.Current.ContractVersion));
        }
    }

    [Test]
    public void Every_reference_says_where_it_leads()
    {
        var origins = Inspect(_sandbox.AddGood()).References.ToDictionary(reference => reference.Name, reference => reference.Origin);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(origins["System.Runtime"], Is.EqualTo(ReferenceOrigin.Framework));
            Assert.That(origins["Mpuc.Abstractions"], Is.EqualTo(ReferenceOrigin.Shared));
            Assert.That(origins["Autofac"], Is.EqualTo(ReferenceOrigin.Shared));
            Assert.That(origins["Serilog"], Is.EqualTo(ReferenceOrigin.Shared));
            Assert.That(origins["Words"], Is.EqualTo(ReferenceOrigin.Plugin));
            Assert.That(origins.Values, Has.None.EqualTo(ReferenceOrigin.Missing));
        }
    }

    [Test]
    public void The_program_of_the_host_and_its_libraries_are_not_offered_to_plugins() =>
        Assert.That(HostSurface.Current.Framework, Does.Contain("System.Runtime").And.No.Contain("mpuc").And.No.Contain("Spectre.Console"));

    [Test]
    public void Reach_and_native_imports_come_from_the_member_references()
    {
        var inspection = Inspect(_sandbox.Add("Reaching", "reaching/Reaching.dll"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inspection.Reach.Files, Is.EqualTo(new[] { "System.IO.File.Delete", "System.IO.StreamReader..ctor" }));
            Assert.That(inspection.Reach.Network, Is.EqualTo(new[] { "System.Net.Http.HttpClient..ctor" }));
            Assert.That(inspection.Reach.Processes, Is.EqualTo(new[] { "System.Diagnostics.Process.Start" }));
            Assert.That(inspection.NativeImports, Is.EqualTo(new[] { "nothing" }));
            Assert.That(inspection.Reach.Code, Is.EqualTo(new[]
            {
                "System.Linq.Expressions.Expression`1.Compile",
                "System.Reflection.Assembly.LoadFrom",
                "System.Reflection.Emit.DynamicMethod..ctor",
                "System.Runtime.InteropServices.NativeLibrary.Load",
            }));
        }
    }

    [Test]
    public void A_plugin_that_reaches_nothing_says_so()
    {
        var reach = Inspect(_sandbox.AddGood()).Reach;
        Assert.That(reach.Files.Concat(reach.Network).Concat(reach.Processes).Concat(reach.Code), Is.Empty);
    }

    [Test]
    public void What_may_keep_it_in_memory_is_known_before_it_is_loaded()
    {
        var inspection = Inspect(_sandbox.Add("Leaking", "leaking-timer/Leaking.dll"));
        Assert.That(inspection.UnloadHazards, Is.EqualTo(new[] { "a timer keeps its callback; dispose it (Leaking)" }));
    }

    [Test]
    public void The_range_of_contracts_goes_from_its_own_to_the_next_major_version()
    {
        var inspection = Inspect(_sandbox.AddGood());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inspection.Contract, Is.EqualTo(HostSurface.Current.ContractVersion));
            Assert.That(inspection.ContractLimit, Is.EqualTo(new Version(inspection.Contract!.Major + 1, 0)));
        }
    }

    [Test]
    public void Private_copies_are_listed_also_where_they_are_the_reason_for_the_refusal()
    {
        var folder = _sandbox.AddGood();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Autofac.dll"), Path.Combine(folder, "Autofac.dll"));
        var inspection = Inspect(folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inspection.PrivateCopies, Is.EqualTo(new[] { "Autofac" }));
            Assert.That(inspection.Refusal, Does.Contain("ships its own copy of Autofac"));
        }
    }

    [TestCase("libtone.so", true)]
    [TestCase("libtone.so.1.2", true)]
    [TestCase("libtone.dylib", true)]
    [TestCase("tones.txt", false)]
    public void Native_libraries_are_listed_by_their_relative_path(string name, bool isNative)
    {
        var folder = _sandbox.AddGood();
        Directory.CreateDirectory(Path.Combine(folder, "native"));
        File.WriteAllText(Path.Combine(folder, "native", name), "");
        Assert.That(Inspect(folder).NativeFiles, isNative ? Is.EqualTo(new[] { Path.Combine("native", name) }) : Is.Empty);
    }

    [Test]
    public void The_hash_is_that_of_the_main_assemblys_bytes()
    {
        var folder = _sandbox.AddGood();
        var expected = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "Good.dll"))));
        Assert.That(Inspect(folder).Sha256, Is.EqualTo(expected));
    }

    [Test]
    public void The_folders_hash_depends_on_every_name_and_byte_and_on_nothing_else()
    {
        var folder = _sandbox.AddGood("A");
        var same = _sandbox.AddGood("B");
        var before = Inspect(folder).FolderSha256;
        Assert.That(Inspect(same).FolderSha256, Is.EqualTo(before));

        File.WriteAllText(Path.Combine(folder, "a.txt"), "tone");
        var withFile = Inspect(folder).FolderSha256;
        File.Move(Path.Combine(folder, "a.txt"), Path.Combine(folder, "b.txt"));
        var renamed = Inspect(folder).FolderSha256;
        File.WriteAllText(Path.Combine(folder, "b.txt"), "Tone");
        var changed = Inspect(folder).FolderSha256;
        Assert.That(new[] { before, withFile, renamed, changed }, Is.Unique);
    }

    [Test, Platform("Linux")]
    public void The_folders_hash_can_be_computed_with_sha256sum()
    {
        var folder = _sandbox.AddGood();
        const string Script = """
            cd "$0" && for f in $(find . -type f -printf '%P\n' | LC_ALL=C sort); do
                printf '%s\0' "$f"; printf "$(sha256sum "$f" | head -c 64 | sed 's/../\\x&/g')"; done | sha256sum | head -c 64
            """;
        var start = new ProcessStartInfo("bash", ["-c", Script, folder]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var shell = Process.Start(start)!;
        Assert.That(shell.StandardOutput.ReadToEnd(), Is.EqualTo(Inspect(folder).FolderSha256));
    }

    [Test]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.That(Inspect(Path.Combine(_sandbox.Root, "nowhere")).Refusal, Does.StartWith($"'{_sandbox.Root}/nowhere' cannot be read: "));

    [Test]
    public void No_damage_to_an_assembly_makes_the_inspection_fail()
    {
        var path = Path.Combine(_sandbox.AddGood(), "Good.dll");
        var sound = File.ReadAllBytes(path);
        var random = new Random(20220816);
        for (var i = 0; i < 500; i++)
        {
            var damaged = sound.ToArray();
            for (var hit = 0; hit < 1 + (i % 8); hit++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, damaged);
            Assert.That(() => Inspect(Path.GetDirectoryName(path)!), Throws.Nothing);
        }
    }

    private static PluginInspection Inspect(string folder) => new PluginInspector(HostSurface.Current).Inspect(folder);
}
