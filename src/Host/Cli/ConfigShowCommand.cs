using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc config show</c>: prints a configuration with every default filled in.</summary>
internal static class ConfigShowCommand
{
    private static readonly Lazy<JsonSerializerOptions> Format = new(() => new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

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
            result.InvocationConfiguration.Output.WriteLine(loaded.Configuration.Resolved.ToJsonString(Format.Value));
            return 0;
        });
        return command;
    }
}
