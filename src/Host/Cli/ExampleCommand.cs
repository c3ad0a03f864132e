using System.CommandLine;

namespace Mpuc.Host.Cli;

/// <summary>A command whose help ends with an example.</summary>
/// <param name="name">The command's name.</param>
/// <param name="description">One sentence.</param>
/// <param name="example">A whole command line that works, or several, one a line.</param>
internal sealed class ExampleCommand(string name, string description, string example) : Command(name, description)
{
    /// <summary>A whole command line that works, or several, one a line.</summary>
    public string Example { get; } = example;
}
