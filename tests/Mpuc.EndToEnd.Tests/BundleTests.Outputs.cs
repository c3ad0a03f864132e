using System.Diagnostics;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Results in the very folder that is read.</summary>
public sealed partial class BundleTests
{
    [Test]
    [Platform("Linux")]
    public void Predictions_directed_into_the_folder_that_is_read_are_the_same_the_second_time()
    {
        var folder = FolderOfOne("directed");
        var output = Path.Combine(folder, "predictions.jsonl");
        for (var time = 0; time < 2; time++)
        {
            var run = ProgramRun.Of(new ProcessStartInfo("bash", ["-c", "exec \"$0\" predict \"$1\" . > predictions.jsonl", Repository.Executable, Bundle])
            {
                WorkingDirectory = folder,
                Environment = { ["MPUC_PLUGINS"] = Repository.Plugins, ["DOTNET_ROOT"] = ProgramRun.DotnetRoot() },
            });
            Assert.That(
                (run.ExitCode, run.Error.Trim()), Is.EqualTo((0, $"Not read, because this command writes it: {output}")), run.ToString());
            Assert.That(File.ReadLines(output).Single(), Does.StartWith("""{"id":"ann-0","""));
        }
    }

    [Test]
    public void Features_written_into_the_folder_that_is_read_are_no_recordings_the_second_time()
    {
        var folder = FolderOfOne("extracted");
        foreach (var model in new[] { Bundle, _set.Output, Bundle })
        {
            var run = ProgramRun.Of("extract", model, folder, "--windows", "--output", Path.Combine(folder, "features.npy"));
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Error, Does.Not.Contain("left out"));
            Assert.That(File.ReadLines(Path.Combine(folder, "features.ids.txt")).Distinct(), Is.EqualTo(new[] { "ann-0" }));
        }
    }

    private string FolderOfOne(string name)
    {
        var folder = Directory.CreateDirectory(_set[name]).FullName;
        File.Copy(_set["ann-0.wav"], Path.Combine(folder, "ann-0.wav"));
        return folder;
    }
}
