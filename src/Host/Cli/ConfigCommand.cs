using System.CommandLine;
using Mpuc.Host.Configuration.Schema;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc config</c>: all about configurations.</summary>
internal static class ConfigCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context) =>
        new ExampleCommand("config", "Check and show configurations, and what they may hold.", "mpuc config validate run.json")
        {
            ConfigSchemaCommand.Create(context),
            ConfigShowCommand.Create(context),
            ConfigValidateCommand.Create(context),
        };
}

/// <summary>The command <c>mpuc config schema</c>: prints the JSON Schema of configurations.</summary>
internal static class ConfigSchemaCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "schema",
            "Print the JSON Schema (2020-12) of configurations, with the options of every active plugin, for editors to complete and "
                + "check.",
            "mpuc config schema > mpuc.schema.json");
        command.SetAction(result =>
        {
            var catalog = context.OpenCatalog(new PluginOptions());
            using var owner = catalog as IDisposable;
            result.InvocationConfiguration.Output.WriteJson(
                JsonSchemaWriter.Write(RunSchema.Create(catalog, modalities: null), "A configuration of mpuc"));
            return 0;
        });
        return command;
    }
}

/// <summary>The command <c>mpuc config show</c>: prints a configuration with every default filled in.</summary>
internal static class ConfigShowCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "show",
            "Print a configuration as JSON, with every default filled in and absolute paths.",
            "mpuc config show run.json --set training.epochs=5")
        {
            SharedOptions.Configuration,
            SharedOptions.Set,
        };
        command.SetAction(result =>
        {
            using var loaded = context.Load(
                result.GetRequiredValue(SharedOptions.Configuration), result.GetRequiredValue(SharedOptions.Set));
            result.InvocationConfiguration.Output.WriteJson(loaded.Configuration.Resolved);
            return 0;
        });
        return command;
    }
}

/// <summary>The command <c>mpuc config validate</c>: says whether a configuration is right, and else everything that is wrong.</summary>
internal static class ConfigValidateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "validate",
            "Check a configuration against the program and its plugins; every error is printed, one a line.",
            "mpuc config validate run.json --set data.root=data/ravdess")
        {
            SharedOptions.Configuration,
            SharedOptions.Set,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(SharedOptions.Configuration);
            using var loaded = context.Load(path, result.GetRequiredValue(SharedOptions.Set));
            var modalities = loaded.Configuration.Modalities;
            var names = string.Join(", ", modalities.Select(modality => modality.Name));
            result.InvocationConfiguration.Output.WriteLine(
                $"{path}: OK, {modalities.Count} {(modalities.Count == 1 ? "modality" : "modalities")} ({names}).");
            return 0;
        });
        return command;
    }
}
