using System.Diagnostics;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Mpuc.EndToEnd.Tests;

/// <summary>
/// What a plugin's author does first: a new project in an empty folder, its tests, and a training with it. Nothing of this repository is
/// near.
/// </summary>
[TestFixture]
[Category("Slow")]
internal sealed class NewPluginTests
{
    [Test]
    public void A_new_plugin_passes_its_tests_and_trains()
    {
        using var scratch = new Scratch();
        var project = scratch["gaze"];
        Succeeds(Program("plugins", "new", "Gaze", "--output", project));

        Succeeds(ProgramRun.Of(new ProcessStartInfo("dotnet", ["test", "--nologo"]) { WorkingDirectory = project }));
        var test = Program("plugins", "test", Path.Combine(project, "plugins", "Gaze"), "--json");
        Succeeds(test);
        Assert.That(test.Json["passed"]!.GetValue<int>(), Is.GreaterThanOrEqualTo(30));

        var run = scratch["run"];
        var plugins = Path.Combine(project, "plugins");
        Succeeds(ProgramRun.WithPlugins(plugins, "train", Path.Combine(project, "example", "run.json"), "--output", run));
        Succeeds(ProgramRun.WithPlugins(plugins, "evaluate", run));
    }

    [Test]
    public void The_template_for_dotnet_new_writes_the_same_project()
    {
        using var scratch = new Scratch();
        var packages = Path.Combine(Repository.Root, "artifacts", "packages");
        Succeeds(Dotnet("new", "install", Directory.GetFiles(packages, "Mpuc.Templates.*.nupkg").Single()));
        Succeeds(Dotnet("new", "mpuc-plugin", "--name", "HeartRate", "--output", scratch["by-dotnet"]));
        Succeeds(Program("plugins", "new", "HeartRate", "--output", scratch["by-mpuc"]));

        Assert.That(Content(scratch["by-dotnet"]), Is.EqualTo(Content(scratch["by-mpuc"])));

        // The tool keeps its templates below this folder rather than in the user's.
        ProgramRun Dotnet(params string[] arguments) => ProgramRun.Of(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = scratch.Folder,
            Environment = { ["DOTNET_CLI_HOME"] = scratch["home"] },
        });
    }

    [Test]
    public void The_templates_packages_are_those_that_the_repository_is_tested_with()
    {
        var pins = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(pin => (string)pin.Attribute("Include")!, pin => ((string)pin.Attribute("Version")!).Trim('[', ']'));
        var references = Directory.GetFiles(Path.Combine(Repository.Root, "templates", "plugin"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
            .Where(reference => !((string)reference.Attribute("Include")!).StartsWith("Mpuc.", StringComparison.Ordinal))
            .ToDictionary(reference => (string)reference.Attribute("Include")!, reference => (string)reference.Attribute("Version")!);

        Assert.That(references, Is.Not.Empty.And.SubsetOf(pins));
    }

    private static Dictionary<string, string> Content(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    private static ProgramRun Program(params string[] arguments) => ProgramRun.Of(new ProcessStartInfo(Repository.Executable, arguments)
    {
        WorkingDirectory = Repository.Root,
        Environment =
        {
            ["MPUC_PLUGINS"] = Repository.Plugins,
            ["MPUC_PACKAGES"] = Path.Combine(Repository.Root, "artifacts", "packages"),
            ["DOTNET_ROOT"] = ProgramRun.DotnetRoot(),
        },
    });

    private static void Succeeds(ProgramRun run) => Assert.That(run.ExitCode, Is.Zero, run.ToString());
}
