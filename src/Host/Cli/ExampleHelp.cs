using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Mpuc.Host.Cli;

/// <summary>Prints a command's help and its example.</summary>
internal sealed class ExampleHelp(HelpAction help, string rootExample) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var example = parseResult.CommandResult.Command is ExampleCommand command ? command.Example : rootExample;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Example:");
        foreach (var line in example.Split('\n'))
        {
            output.WriteLine($"  {line}");
        }

        return code;
    }
}

/// <summary>A command whose help ends with an example.</summary>
internal sealed class ExampleCommand(string name, string description, string example) : Command(name, description)
{
    /// <summary>A whole command line that works, or several, one a line.</summary>
    public string Example { get; } = example;
}
