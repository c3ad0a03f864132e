using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Mpuc.Host.Cli;

/// <summary>
/// The program's command line. Building it must stay cheap: a command touches tensors, plugins and configuration only once it runs, so that
/// <c>mpuc --help</c> answers at once.
/// </summary>
internal static class MpucCommandLine
{
    /// <summary>The program's name.</summary>
    public const string Name = "mpuc";

    /// <summary>The exit code after Ctrl+C, as shells expect it.</summary>
    public const int Cancelled = 130;

    private const int Failed = 1;

    /// <summary>Builds the command line.</summary>
    public static RootCommand Create(params IEnumerable<Command> commands)
    {
        var root = new RootCommand(
            "Mpuc trains encoders for multimodal emotion recognition without labels and measures them.") { HelpName = Name };
        root.Add(SharedOptions.Verbose);
        foreach (var command in commands)
        {
            root.Add(command);
        }

        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new ExampleHelp((HelpAction)option.Action!, "mpuc demo"),
                VersionOption => new VersionPrinter(),
                _ => option.Action,
            };
        }

        return root;
    }

    /// <summary>Runs a command line.</summary>
    /// <param name="root">What <see cref="Create"/> built.</param>
    /// <returns>The exit code: 0 only on success, 130 where the command was cancelled.</returns>
    public static async Task<int> RunAsync(
        RootCommand root, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var result = root.Parse(arguments);
        if (result.Action is ParseErrorAction)
        {
            await error.WriteLineAsync(UsageErrors.Describe(result));
            return Failed;
        }

        try
        {
            var streams = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await result.InvokeAsync(streams, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Cancelled.");
            return Cancelled;
        }
        catch (Exception exception)
        {
            await error.WriteLineAsync(FailureReport.Describe(exception, result.GetValue(SharedOptions.Verbose)));
            return Failed;
        }
    }
}

/// <summary>Prints the program's version with the commit that it was built from, whichever process hosts it.</summary>
internal sealed class VersionPrinter : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionPrinter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine($"mpuc {version}");
        return 0;
    }
}
