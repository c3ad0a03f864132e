using System.CommandLine;
using System.CommandLine.Parsing;
using Mpuc.Host.Messages;

namespace Mpuc.Host.Cli;

/// <summary>Says in one sentence what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>Describes the first error.</summary>
    /// <returns>One sentence: what is wrong, and the nearest name or where to read on.</returns>
    public static string Describe(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var name = NameOf(result.CommandResult);
        if (result.UnmatchedTokens is [var token, ..])
        {
            return token.StartsWith('-')
                ? $"'{name}' has no option '{token}'; {Suggest(token, OptionNames(result.CommandResult))}"
                : command.Subcommands.Count > 0
                    ? $"'{name}' has no command '{token}'; {Suggest(token, [.. CommandNames(command)])}"
                    : $"'{name}' does not know what to do with '{token}'; see '{name} --help'.";
        }

        var error = result.Errors[0];
        return error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0 } argument when argument.Parent is CommandResult =>
                $"'{name}' needs {argument.Argument.Name}; see '{name} --help'.",
            OptionResult { Tokens.Count: 0 } option =>
                $"'{option.Option.Name}' needs a value{ValueOf(option.Option)}; see '{name} --help'.",
            CommandResult { Command.Subcommands.Count: > 0 } => $"'{name}' needs a command: {string.Join(", ", CommandNames(command))}.",
            _ => error.Message,
        };
    }

    private static string NameOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : MpucCommandLine.Name;

    private static string ValueOf(System.CommandLine.Option option) => option.HelpName is { } name ? $" {name}" : string.Empty;

    private static IEnumerable<string> CommandNames(Command command) =>
        command.Subcommands.Where(child => !child.Hidden).Select(child => child.Name);

    private static List<string> OptionNames(CommandResult result)
    {
        var names = result.Command.Options.Where(option => !option.Hidden).Select(option => option.Name).ToList();
        for (var parent = result.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
        {
            names.AddRange(parent.Command.Options.Where(option => option.Recursive && !option.Hidden).Select(option => option.Name));
        }

        return names;
    }

    private static string Suggest(string token, IReadOnlyList<string> known) =>
        NearestName.Find(token, known) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", known)}.";
}
