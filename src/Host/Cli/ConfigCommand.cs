using System.CommandLine;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc config</c>: all about configurations.</summary>
internal static class ConfigCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command with its subcommands.</returns>
    public static Command Create(CommandContext context) =>
        new ExampleCommand("config", "Check and show configurations.", "mpuc config validate run.json")
        {
            ConfigShowCommand.Create(context),
            ConfigValidateCommand.Create(context),
        };
}
