#!/usr/bin/env bash
# Package: McMaster.NETCore.Plugins 2.0.0 (NuGet).
# Guess:   with EnableHotReload a new plugin dll is loaded however it comes: written in place, or written beside and moved over the old
#          one, the safe way to replace.
# Happens: it listens for changes of the time of writing alone; a move is a rename, and no reload follows.
# Seen:    reloads within 3 s: after a move over the file 0, after a copy over the file 1
# Matters: tools that replace files safely never trigger it; watch the folder oneself.
. "$(dirname "$0")/lib/csharp.sh"
csharp McMaster.NETCore.Plugins 2.0.0 <<'CS'
using System.Reflection;
using System.Reflection.Emit;
using McMaster.NETCore.Plugins;

var path = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "plugin")).FullName, "Plugin.dll");
var newer = Path.Combine(AppContext.BaseDirectory, "newer.bin");
Write(path, "1.0.0.0");
Write(newer, "1.0.0.1");
using var loader = PluginLoader.CreateFromAssemblyFile(path, config =>
{
    config.EnableHotReload = true;
    config.LoadInMemory = true;
});
loader.LoadDefaultAssembly();
var reloads = 0;
loader.Reloaded += (_, _) => Interlocked.Increment(ref reloads);
Thread.Sleep(1000);

int After(Action replace)
{
    reloads = 0;
    replace();
    Thread.Sleep(3000);
    return reloads;
}

var moved = After(() =>
{
    File.Copy(newer, path + ".part");
    File.Move(path + ".part", path, overwrite: true);
});
var copied = After(() => File.Copy(newer, path, overwrite: true));
Show("reloads after a move, after a copy", moved, copied);
Expect(moved == 0, "a file moved into place is noticed now");
Expect(copied > 0, "a file written in place is no longer noticed");

static void Write(string path, string version)
{
    var assembly = new PersistedAssemblyBuilder(new AssemblyName("Plugin") { Version = new Version(version) }, typeof(object).Assembly);
    assembly.DefineDynamicModule("Plugin").DefineType("Plugin", TypeAttributes.Public).CreateType();
    assembly.Save(path);
}
CS
