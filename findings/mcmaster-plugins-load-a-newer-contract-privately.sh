#!/usr/bin/env bash
# Package: McMaster.NETCore.Plugins 2.0.0 (NuGet).
# Guess:   a plugin built against version 2 of a shared assembly, in a host with version 1, is refused: the runtime itself refuses a lower
#          version than asked for.
# Happens: the loader swallows that refusal and loads the plugin's own copy, so the plugin loads and its type implements an interface of
#          the same name that is another.
# Seen:    no error; implements the host's IContract False, an interface of that name True; versions loaded 1.0.0.0 2.0.0.0
# Matters: "no plugin found in this folder" is all that a host can say; compare the referenced version with the host's before loading.
. "$(dirname "$0")/lib/csharp.sh"
csharp McMaster.NETCore.Plugins 2.0.0 <<'CS'
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;

const TypeAttributes Interface = TypeAttributes.Public | TypeAttributes.Interface | TypeAttributes.Abstract;
var host = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "host")).FullName;
var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "plugin")).FullName;
Write(host, "Contract", "1.0.0.0", "IContract", Interface);
var newer = Write(folder, "Contract", "2.0.0.0", "IContract", Interface);
Write(folder, "Plugin", "1.0.0.0", "Plugin", TypeAttributes.Public, newer);

var contract = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(host, "Contract.dll")).GetType("IContract")!;
using var loader = PluginLoader.CreateFromAssemblyFile(Path.Combine(folder, "Plugin.dll"), isUnloadable: true, sharedTypes: [contract]);
var plugin = loader.LoadDefaultAssembly().GetType("Plugin")!;
var named = plugin.GetInterfaces().Any(type => type.Name == "IContract");
var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(item => item.GetName()).Where(name => name.Name == "Contract");
Show("implements the host's IContract, an interface of that name", contract.IsAssignableFrom(plugin), named);
Show("versions loaded", loaded.Select(name => name.Version!.ToString()).Order());
Expect(!contract.IsAssignableFrom(plugin) && named, "the newer contract is shared or refused now");

static Type Write(string folder, string name, string version, string type, TypeAttributes attributes, params Type[] interfaces)
{
    var assembly = new PersistedAssemblyBuilder(new AssemblyName(name) { Version = new Version(version) }, typeof(object).Assembly);
    var parent = attributes.HasFlag(TypeAttributes.Interface) ? null : typeof(object);
    var made = assembly.DefineDynamicModule(name).DefineType(type, attributes, parent, interfaces).CreateType();
    assembly.Save(Path.Combine(folder, name + ".dll"));
    return made;
}
CS
