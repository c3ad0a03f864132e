using System.Collections;
using Mpuc.Host.Cli;
using Mpuc.Host.Cli.Plugins;
using Mpuc.Host.Logging;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;
using Mpuc.Host.Tensors;

NativeTuning.Apply();
var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, StringComparer.Ordinal);
var log = new HostLog(SharedOptions.IsVerbose(args));
var contact = FirstContact.Default;
var context = new CommandContext(environment, log, options => PluginCatalog.Discover(PluginSettings.From(options, contact), log.Logger))
{
    FirstContact = contact,
};
var root = MpucCommandLine.Create(
    DemoCommand.Create(context),
    TrainCommand.Create(context),
    EvaluateCommand.Create(context),
    CrossvalCommand.Create(context),
    CompareCommand.Create(context),
    ReportCommand.Create(context),
    ExportCommand.Create(context),
    ExtractCommand.Create(context),
    PredictCommand.Create(context),
    IndexCommand.Create(context),
    SearchCommand.Create(context),
    ServeCommand.Create(context),
    InspectMediaCommand.Create(context),
    PluginsCommand.Create(contact),
    WeightsCommand.Create(context),
    CacheCommand.Create(),
    ConfigCommand.Create(context));
using var termination = new Termination();
var exitCode = await MpucCommandLine.RunAsync(root, args, Console.Out, Console.Error, termination.Token);
log.Dispose();

// Rather than return: a plugin may have left a thread behind that would keep the process.
Environment.Exit(exitCode);
