using System.CommandLine;
using Mpuc.Host.Cli;
using Mpuc.Host.Logging;
using Mpuc.Host.Plugins;
using Mpuc.Host.Tests.Configuration;
using Serilog.Core;

namespace Mpuc.Host.Tests.Cli;

/// <summary>Runs command lines in this process and keeps what they print.</summary>
internal abstract class CommandLineFixture
{
    protected TemporaryFolder Folder { get; private set; } = null!;

    protected TestCatalog Catalog { get; private set; } = null!;

    protected PluginOptions? OpenedWith { get; private set; }

    protected string Output { get; private set; } = "";

    protected string Error { get; private set; } = "";

    [SetUp]
    public void Open()
    {
        Folder = new TemporaryFolder();
        Catalog = new TestCatalog();
        OpenedWith = null;
    }

    [TearDown]
    public void Close()
    {
        Folder.Dispose();
        Catalog.Dispose();
    }

    protected string Write(string json)
    {
        var path = Folder.File("run.json");
        File.WriteAllText(path, json);
        return path;
    }

    /// <summary>Runs <c>mpuc config</c> and the like.</summary>
    protected int Run(params string[] arguments)
    {
        var context = new CommandContext(new Dictionary<string, string>(), new HostLog(Logger.None), plugins =>
        {
            OpenedWith = plugins;
            return Catalog;
        });
        return Run([ConfigCommand.Create(context)], arguments, CancellationToken.None);
    }

    /// <summary>Runs a command line that consists of one command, <c>act</c>.</summary>
    protected int RunAction(
        Func<ParseResult, CancellationToken, Task<int>> action, CancellationToken cancellationToken = default, params string[] options)
    {
        var command = new ExampleCommand("act", "Acts.", "mpuc act");
        command.SetAction(action);
        return Run([command], ["act", .. options], cancellationToken);
    }

    private int Run(IEnumerable<Command> commands, string[] arguments, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = MpucCommandLine.RunAsync(MpucCommandLine.Create(commands), arguments, output, error, cancellationToken)
            .GetAwaiter()
            .GetResult();
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }
}
