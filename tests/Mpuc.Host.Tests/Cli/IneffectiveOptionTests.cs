using System.CommandLine;
using Mpuc.Host.Cli;
using Mpuc.Host.Logging;
using Serilog.Core;

namespace Mpuc.Host.Tests.Cli;

/// <summary>
/// Options that would have no effect are refused before anything is read: none of these bundles, runs and recordings exists.
/// </summary>
public sealed class IneffectiveOptionTests
{
    [TestCase("predict b a.wav --hop 0.5", "--hop is the distance of windows; add --timeline.")]
    [TestCase("predict b a.wav --hop 0.5 --csv", "--hop is the distance of windows; add --timeline.")]
    [TestCase("predict b a.wav --timeline --hop 0", "--hop is 0; it must be above 0.")]
    [TestCase("predict b a.wav --hop -0.5", "--hop is -0.5; it must be above 0.")]
    [TestCase("predict b a.wav --subsets --csv", "--subsets is printed in JSON alone, neither in CSV nor in a table; use --json.")]
    [TestCase("predict b a.wav --json --csv", "--json and --csv exclude each other; choose one.")]
    [TestCase("extract b a.wav --hop 0.5", "--hop is the distance of windows; add --windows.")]
    [TestCase(
        "extract r --kind ravdess",
        "--kind is the kind of each INPUT; name inputs, or leave it out to read the data set of the run or configuration.")]
    public void An_option_without_effect_is_refused_with_what_is_missing(string line, string expected) =>
        Assert.That(Run(line), Is.EqualTo((1, string.Empty, expected + Environment.NewLine)));

    [TestCase("predict b a.wav --timeline --hop 0.5")]
    [TestCase("predict b a.wav --subsets")]
    [TestCase("predict b a.wav --subsets --json --timeline --hop 2")]
    public void With_what_it_needs_it_is_taken(string line)
    {
        var (code, _, error) = Run(line);
        Assert.That(
            (code, error), Is.EqualTo((1, $"There is no bundle b; 'mpuc export RUN --output BUNDLE' makes one.{Environment.NewLine}")));
    }

    private static (int Code, string Output, string Error) Run(string line)
    {
        using var log = new HostLog(Logger.None);
        using StringWriter output = new(), error = new();
        var context = new CommandContext(
            new Dictionary<string, string>(), log, _ => throw new InvalidOperationException("no plugin is needed"));
        var root = MpucCommandLine.Create(PredictCommand.Create(context), ExtractCommand.Create(context));
        var code = MpucCommandLine.RunAsync(root, line.Split(' '), output, error, CancellationToken.None).GetAwaiter().GetResult();
        return (code, output.ToString(), error.ToString());
    }
}
