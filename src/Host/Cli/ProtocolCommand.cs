using System.CommandLine;
using System.Globalization;
using Mpuc.Host.Configuration;
using Mpuc.Host.Logging;
using Mpuc.Host.Protocol;

namespace Mpuc.Host.Cli;

/// <summary>
/// What <c>crossval</c> and <c>compare</c> have in common: the folds' configurations, a folder that keeps what is done, and processes that
/// share the rest.
/// </summary>
internal sealed class ProtocolCommand : IDisposable
{
    private readonly CommandContext _context;
    private readonly ParsedConfiguration _configuration;
    private readonly ParseResult _parsed;
    private readonly string _name;
    private readonly LoadedConfiguration _loaded;

    /// <summary>Loads the configuration of the first fold, which proves them all.</summary>
    public ProtocolCommand(CommandContext context, ParseResult parsed, string name, FoldPlan plan)
    {
        (_context, _parsed, _name, Plan) = (context, parsed, name, plan);
        _configuration = ParsedConfiguration.Read(ConfigurationFile.OfUser(Path), Sets, context.Environment);
        _loaded = context.Load(_configuration.With(plan.Settings(1)));
        Folder = new ProtocolFolder(
            parsed.GetValue(SharedOptions.Output), name, System.IO.Path.GetFileNameWithoutExtension(Path), _loaded.Configuration, plan);
        Budget = ThreadBudget.Of(parsed.GetValue(ProtocolOptions.Jobs), _loaded.Configuration.Runtime.Threads, Environment.ProcessorCount);
    }

    /// <summary>The folds.</summary>
    public FoldPlan Plan { get; }

    /// <summary>The configuration of the first fold.</summary>
    public RunConfiguration Configuration => _loaded.Configuration;

    /// <summary>The configuration and its plugins.</summary>
    public LoadedConfiguration Loaded => _loaded;

    /// <summary>Keeps what is done.</summary>
    public ProtocolFolder Folder { get; }

    /// <summary>Processes and their threads.</summary>
    public ThreadBudget Budget { get; }

    /// <summary>Takes warnings.</summary>
    public HostLog Log => _context.Log;

    /// <summary>Whether another process has started this one.</summary>
    public bool IsWorker => _parsed.GetValue(ProtocolOptions.Worker) is not null;

    /// <summary>The configuration's file name.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);

    private string Path => _parsed.GetRequiredValue(SharedOptions.Configuration);

    private IReadOnlyList<string> Sets => _parsed.GetRequiredValue(SharedOptions.Set);

    /// <summary>The configuration of a fold.</summary>
    /// <param name="number">The fold's number, from 1.</param>
    public RunConfiguration Of(int number) => _configuration.With(Plan.Settings(number)).Load(_loaded.Catalog);

    /// <summary>Does the jobs: here, or in several processes.</summary>
    public void Run(IReadOnlyList<ProtocolJob> jobs, IReadOnlyList<string> further, CancellationToken cancellationToken)
    {
        var error = _parsed.InvocationConfiguration.Error;
        var left = jobs.Count(job => !File.Exists(job.ResultPath));
        if (!IsWorker)
        {
            Folder.Open();
            error.WriteLine($"{Folder.Root}: {left} of {jobs.Count} parts to do, {Budget.Describe()}");
        }

        if (Budget.Jobs > 1 && left > 0)
        {
            WorkerProcesses.Run(Math.Min(Budget.Jobs, left), Arguments(further), cancellationToken);
        }
        else
        {
            var start = _parsed.GetValue(ProtocolOptions.Worker) ?? 0;
            var folds = Plan.Numbers.Count();
            new JobQueue(Folder.Claims, error).Run(
                jobs.OrderBy(job => (job.Fold - 1 + folds - (start % folds)) % folds), cancellationToken);
        }
    }

    /// <summary>Writes and prints a result.</summary>
    public void Finish(string json, string markdown)
    {
        Folder.Write(json, markdown);
        _parsed.InvocationConfiguration.Output.WriteLine(_parsed.GetValue(SharedOptions.Json) ? json : markdown.TrimEnd());
    }

    /// <inheritdoc/>
    public void Dispose() => _loaded.Dispose();

    private List<string> Arguments(IReadOnlyList<string> further)
    {
        List<string> arguments = [_name, Path, SharedOptions.Output.Name, Folder.Root, .. further];
        if (Plan.Folds > 0)
        {
            arguments.AddRange([ProtocolOptions.Folds.Name, Plan.Folds.ToString(CultureInfo.InvariantCulture)]);
        }

        if (_parsed.GetValue(ProtocolOptions.Group) is { } group)
        {
            arguments.AddRange([ProtocolOptions.Group.Name, group]);
        }

        if (_parsed.GetValue(ProtocolOptions.Stratified))
        {
            arguments.Add(ProtocolOptions.Stratified.Name);
        }

        if (_parsed.GetValue(SharedOptions.Verbose))
        {
            arguments.Add(SharedOptions.Verbose.Name);
        }

        foreach (var set in Sets.Append(string.Create(CultureInfo.InvariantCulture, $"runtime.threads={Budget.Threads}")))
        {
            arguments.AddRange([SharedOptions.Set.Name, set]);
        }

        return arguments;
    }
}
