using System.CommandLine;
using Mpuc.Conformance;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;

namespace Mpuc.Host.Cli.Plugins;

/// <summary>The command <c>mpuc plugins</c>: what plugins there are and what they would do.</summary>
internal static class PluginsCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "A plugin folder." };

    /// <summary>Creates the command.</summary>
    /// <param name="contact">Tries plugins that are not known; null to take them as they are.</param>
    public static Command Create(IFirstContact? contact = null) => new ExampleCommand(
        "plugins", "List, inspect, test and begin modality plugins.", "mpuc plugins list")
    {
        CreateList(contact),
        CreateInspect(contact),
        CreateTest(contact),
        CreateNew(),
        CreateContact(),
    };

    private static ExampleCommand CreateList(IFirstContact? contact)
    {
        var command = new ExampleCommand(
            "list",
            "List all plugins, their state and the modalities that they offer. They are looked for in the folder 'plugins' beside the "
            + $"program, in the folders of {PluginFolders.Variable}, and in every --folder; each is loaded, to ask it what it offers.",
            "mpuc plugins list --json")
        {
            SharedOptions.PluginFolders,
            SharedOptions.Json,
        };
        command.SetAction(result =>
        {
            var options = new PluginOptions { Folders = result.GetRequiredValue(SharedOptions.PluginFolders) };
            var settings = PluginSettings.From(options, contact);
            return new ListPlugins(settings, result.InvocationConfiguration.Output).Run(result.GetValue(SharedOptions.Json));
        });
        return command;
    }

    private static ExampleCommand CreateInspect(IFirstContact? contact)
    {
        var command = new ExampleCommand(
            "inspect",
            "Say what a plugin is, needs and reaches, without running any of it; fails where this host would refuse it.",
            "mpuc plugins inspect plugins/Audio")
        {
            Folder,
            SharedOptions.Json,
        };
        command.SetAction(result =>
        {
            var inspect = new InspectPlugin(contact, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            return inspect.Run(result.GetRequiredValue(Folder), result.GetValue(SharedOptions.Json));
        });
        return command;
    }

    private static ExampleCommand CreateTest(IFirstContact? contact)
    {
        var samples = new System.CommandLine.Option<string?>("--samples")
        {
            Description = $"The file that names recordings and options to try the plugin with (default: {SampleFile.Name} in its folder).",
            HelpName = "FILE",
        };
        var command = new ExampleCommand(
            "test",
            "Load a plugin and try every promise of the contract on it, from its descriptor to its unloading; fails unless all are kept.",
            "mpuc plugins test plugins/Audio")
        {
            Folder,
            samples,
            SharedOptions.Json,
        };
        command.SetAction(result =>
        {
            var test = new TestPlugin(
                PluginSettings.From(new PluginOptions(), contact),
                result.InvocationConfiguration.Output,
                result.InvocationConfiguration.Error);
            return test.Run(result.GetRequiredValue(Folder), result.GetValue(samples), result.GetValue(SharedOptions.Json));
        });
        return command;
    }

    private static ExampleCommand CreateNew()
    {
        var name = new Argument<string>("NAME") { Description = "The plugin's name, a C# identifier in Pascal case, such as Gaze." };
        var command = new ExampleCommand(
            "new",
            "Write the project of a new plugin that works as it is: an encoder, a backbone, tests of the contract, an example to train "
                + "with. "
            + "The contract's packages come along, so that 'dotnet test' there needs nothing else of mpuc.",
            "mpuc plugins new Gaze --output gaze")
        {
            name,
            SharedOptions.Output,
        };
        command.SetAction(result =>
        {
            var plugin = result.GetRequiredValue(name);
            return new NewPlugin(PackageFeed.Find(), result.InvocationConfiguration.Output)
                .Run(plugin, result.GetValue(SharedOptions.Output) ?? plugin);
        });
        return command;
    }

    private static ExampleCommand CreateContact()
    {
        var after = new System.CommandLine.Option<int>("--after")
        {
            Description = "The last trial that is done with.",
            DefaultValueFactory = _ => -1,
        };
        var command = new ExampleCommand(
            "contact",
            "Try a plugin in this process, which may end with it; the host starts this for plugins that it does not know.",
            "mpuc plugins contact plugins/Audio")
        {
            Folder,
            after,
        };
        command.Hidden = true;
        command.SetAction(result =>
        {
            ContactParent.Watch();
            Console.SetOut(Console.Error); // The lines of the report stay among themselves.
            var contact = new ContactPlugin(PluginSettings.From(new PluginOptions()), result.InvocationConfiguration.Output);
            return contact.Run(result.GetRequiredValue(Folder), result.GetValue(after));
        });
        return command;
    }
}
