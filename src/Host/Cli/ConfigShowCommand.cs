using System.CommandLine;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc config show</c>: prints a configuration with every default filled in.</summary>
internal static class ConfigShowCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command.</returns>
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
            using var loaded = context.Load(result.GetRequiredValue(SharedOptions.Configuration), result.GetRequiredValue(SharedOptions.Set));
            result.InvocationConfiguration.Output.WriteJson(loaded.Configuration.Resolved);
            return 0;
        });
        return command;
    }
}
