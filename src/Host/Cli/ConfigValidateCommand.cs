using System.CommandLine;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc config validate</c>: says whether a configuration is right, and else everything that is wrong.</summary>
internal static class ConfigValidateCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="context">What it takes from outside.</param>
    /// <returns>The command.</returns>
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
