using System.CommandLine;
using Mpuc.Host.Cli;
using Mpuc.Host.Logging;
using Mpuc.Host.Tests.Runs;
using Serilog.Core;

namespace Mpuc.Host.Tests.Cli;

public sealed class ReportCommandTests
{
    private ToyRun _run = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make() => (_run, _folder) = (new ToyRun(), new TemporaryFolder());

    [TearDown]
    public void Delete()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_runs_report_is_one_file_whose_path_is_printed()
    {
        _run.Train();
        var output = _folder.File("report.html");

        var (code, printed, error) = Run(_run.Output, "--output", output, "--no-map");

        Assert.That((code, printed, error), Is.EqualTo((0, output + Environment.NewLine, string.Empty)));
        Assert.That(File.ReadAllText(output), Does.StartWith("<!DOCTYPE html>").And.EndWith("</html>\n"));
        Assert.That(Directory.GetFiles(_folder.Path), Is.EqualTo(new[] { output }));
    }

    [Test]
    public void Without_an_output_it_lies_in_the_runs_folder()
    {
        _run.Train();
        Run(_run.Output, "--no-map");
        Assert.That(Path.Combine(_run.Output, "report.html"), Does.Exist);
    }

    [Test]
    public void Where_plugins_or_data_are_out_of_reach_the_report_is_written_and_says_why_it_has_no_map()
    {
        _run.Train();
        var (code, _, _) = Run(_run.Output, "--output", _folder.File("report.html"));
        Assert.That(code, Is.Zero);
        Assert.That(File.ReadAllText(_folder.File("report.html")), Does.Contain("There is no map of the features: No plugins here."));
    }

    [Test]
    public void What_is_no_run_is_refused_in_one_sentence()
    {
        File.WriteAllText(_folder.File("file"), string.Empty);
        Assert.Multiple(() =>
        {
            Refused("There is no folder", _folder.File("missing"));
            Refused("is a file", _folder.File("file"));
            Refused("is no run", _folder.Path);
        });
    }

    [Test]
    public void An_output_that_cannot_be_written_is_refused_before_any_work()
    {
        _run.Train();
        Assert.Multiple(() =>
        {
            Refused("is a folder; the report is a file", _run.Output, "--output", _folder.Path);
            Refused("There is no folder", _run.Output, "--output", Path.Combine(_folder.Path, "missing", "report.html"));
        });
    }

    private void Refused(string why, params string[] arguments)
    {
        var (code, printed, error) = Run(arguments);
        Assert.That((code, printed), Is.EqualTo((1, string.Empty)));
        Assert.That(error.Trim().Split('\n'), Has.Length.EqualTo(1).And.All.Contain(why));
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var context = new CommandContext(
            new Dictionary<string, string>(), new HostLog(Logger.None), _ => throw new MpucException("No plugins here."));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = MpucCommandLine.RunAsync(
            MpucCommandLine.Create(ReportCommand.Create(context)),
            ["report", .. arguments],
            output,
            error,
            CancellationToken.None).GetAwaiter().GetResult();
        return (code, output.ToString(), error.ToString());
    }
}
