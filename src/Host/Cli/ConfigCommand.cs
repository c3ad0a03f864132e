using System.CommandLine;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc config</c>: all about configurations.</summary>
internal static class ConfigCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command with its subcommands.</returns>
    public static Command Create(CommandContext context) =>
        new ExampleCommand("config", "Check and show configurations, and what they may hold.", "mpuc config validate run.json")
        {
            ConfigSchemaCommand.Create(context),
            ConfigShowCommand.Create(context),
            ConfigValidateCommand.Create(context),
        };
}
