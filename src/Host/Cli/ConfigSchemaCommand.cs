using System.CommandLine;
using Mpuc.Host.Configuration.Schema;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc config schema</c>: prints the JSON Schema of configurations.</summary>
internal static class ConfigSchemaCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command.</returns>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "schema",
            "Print the JSON Schema (2020-12) of configurations, with the options of every active plugin, for editors to complete and check.",
            "mpuc config schema > mpuc.schema.json");
        command.SetAction(result =>
        {
            var catalog = context.OpenCatalog(new PluginOptions());
            using var owner = catalog as IDisposable;
            result.InvocationConfiguration.Output.WriteJson(JsonSchemaWriter.Write(RunSchema.Create(catalog, modalities: null), "A configuration of mpuc"));
            return 0;
        });
        return command;
    }
}
