using Mpuc.Host.Cli;

namespace Mpuc.Host.Tests.Cli;

/// <summary>What the command line answers to those who do not know it yet.</summary>
internal sealed class UsageTests : CommandLineFixture
{
    [TestCase("", "'mpuc' needs a command: config.")]
    [TestCase("confg", "'mpuc' has no command 'confg'; did you mean 'config'?")]
    [TestCase("train", "'mpuc' has no command 'train'; there are config.")]
    [TestCase("--vrebose", "'mpuc' has no option '--vrebose'; did you mean '--verbose'?")]
    [TestCase("config", "'mpuc config' needs a command: schema, show, validate.")]
    [TestCase("config shw", "'mpuc config' has no command 'shw'; did you mean 'show'?")]
    [TestCase("config show", "'mpuc config show' needs CONFIG; see 'mpuc config show --help'.")]
    [TestCase("config show a --st b", "'mpuc config show' has no option '--st'; did you mean '--set'?")]
    [TestCase("config show a --verbos", "'mpuc config show' has no option '--verbos'; did you mean '--verbose'?")]
    [TestCase("config show a --output b", "'mpuc config show' has no option '--output'; there are --set, --help, --verbose.")]
    [TestCase("config show a b", "'mpuc config show' does not know what to do with 'b'; see 'mpuc config show --help'.")]
    [TestCase("config show a --set", "'--set' needs a value KEY=VALUE; see 'mpuc config show --help'.")]
    [TestCase("config show a --set b=1 c=2", "'mpuc config show' does not know what to do with 'c=2'; see 'mpuc config show --help'.")]
    public void A_wrong_command_line_is_answered_with_one_sentence(string line, string expected)
    {
        var code = Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(Error, Is.EqualTo(expected + Environment.NewLine));
        Assert.That(Output, Is.Empty);
        Assert.That(code, Is.EqualTo(1));
    }

    [TestCase("--help", "mpuc demo")]
    [TestCase("config --help", "mpuc config validate run.json")]
    [TestCase("config show --help", "mpuc config show run.json --set training.epochs=5")]
    [TestCase("config validate -h", "mpuc config validate run.json --set data.root=data/ravdess")]
    public void Help_ends_with_an_example(string line, string example)
    {
        var code = Run(line.Split(' '));

        Assert.That(Output, Does.StartWith("Description:"));
        Assert.That(Output.TrimEnd(), Does.EndWith($"Example:{Environment.NewLine}  {example}"));
        Assert.That(Error, Is.Empty);
        Assert.That(code, Is.Zero);
    }

    [Test]
    public void Help_names_the_program_and_not_its_host_process()
    {
        Run("--help");

        Assert.That(Output, Does.Contain("mpuc [command] [options]"));
    }

    [Test]
    public void Help_opens_no_plugins()
    {
        Run("config", "show", "--help");

        Assert.That(OpenedWith, Is.Null);
    }

    [Test]
    public void The_version_is_the_programs_own()
    {
        Assert.That(Run("--version"), Is.Zero);
        Assert.That(Output, Does.Match(@"^mpuc \d+\.\d+\.\d+"));
    }

    [TestCase("train run.json --set a=1", false)]
    [TestCase("--verbose train run.json", true)]
    [TestCase("train run.json --set a=1 --verbose --resume", true)]
    [TestCase("train run.json --verbose=false", false)]
    [TestCase("train --verbos", false)]
    [TestCase("", false)]
    public void The_log_learns_from_any_command_line_whether_to_say_more(string line, bool expected) =>
        Assert.That(SharedOptions.IsVerbose(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(expected));
}
