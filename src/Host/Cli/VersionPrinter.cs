using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Mpuc.Host.Cli;

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
