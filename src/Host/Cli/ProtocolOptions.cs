using System.CommandLine;

namespace Mpuc.Host.Cli;

/// <summary>The options that <c>crossval</c> and <c>compare</c> share.</summary>
internal static class ProtocolOptions
{
    /// <summary>The number of folds.</summary>
    public static System.CommandLine.Option<int?> Folds { get; } = new("--folds")
    {
        Description = "Divide the data into so many folds, each the test split once.", HelpName = "K",
    };

    /// <summary>Hold out whole groups.</summary>
    public static System.CommandLine.Option<string?> Group { get; } = new("--group")
    {
        Description = "Hold out whole groups of recordings; the name, such as actor, is what the results call them.", HelpName = "NAME",
    };

    /// <summary>Hold out recordings of every class alike.</summary>
    public static System.CommandLine.Option<bool> Stratified { get; } = new("--stratified")
    {
        Description = "Hold out recordings of every class alike, whoever they are of.",
    };

    /// <summary>Processes at once.</summary>
    public static System.CommandLine.Option<int> Jobs { get; } = new("--jobs")
    {
        Description = "Processes at once; they share the cores evenly unless runtime.threads says otherwise.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The number of a process that another one started.</summary>
    public static System.CommandLine.Option<int?> Worker { get; } = new("--worker") { Hidden = true };

    /// <summary>Makes a command of a protocol: a configuration, its folds, and what every such command can be told.</summary>
    public static ExampleCommand Command(
        string name,
        string description,
        string example,
        Action<ParseResult, CancellationToken> run,
        params System.CommandLine.Option[] further)
    {
        var command = new ExampleCommand(name, description, example) { SharedOptions.Configuration };
        foreach (var option in (System.CommandLine.Option[])[SharedOptions.Set, Folds, Group, Stratified, .. further, Jobs, Worker, SharedOptions.Output, SharedOptions.Json])
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
        {
            run(parsed, cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }
}
