using System.Diagnostics;

namespace Mpuc.EndToEnd.Tests.Documents;

/// <summary>The tutorial, followed to the letter: a new project, its pieces of code put where it says, its commands run.</summary>
[Category("Slow")]
internal sealed class TutorialTests
{
    [Test]
    public void Whoever_follows_the_tutorial_has_a_plugin_that_passes_its_tests_and_trains()
    {
        using var scratch = new Scratch();
        var project = scratch["gaze"];
        Succeeds(Program("plugins", "new", "Gaze", "--output", project));
        foreach (var code in TutorialCode.Read(Path.Combine(Repository.Root, "docs", "plugins", "tutorial.md")))
        {
            code.PutInto(project);
        }

        var test = ProgramRun.Of(
            new ProcessStartInfo("dotnet", ["test", "--nologo", "--logger", "console;verbosity=normal"]) { WorkingDirectory = project });
        Succeeds(test);
        Assert.That(test.Output, Does.Contain("While_the_eyes_are_closed_the_gaze_stays_where_it_was"));

        var plugins = Path.Combine(project, "plugins");
        Succeeds(Program("plugins", "test", Path.Combine(plugins, "Gaze")));
        Succeeds(ProgramRun.WithPlugins(plugins, "train", Path.Combine(project, "example", "run.json"), "--output", scratch["run"]));
    }

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
