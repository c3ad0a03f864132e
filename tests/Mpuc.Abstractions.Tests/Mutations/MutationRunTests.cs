using System.Text;

namespace Mpuc.Tests.Mutations;

/// <summary>The harness finds what is planted: whatever a reader does but read, or refuse as it promises.</summary>
[TestFixture]
internal sealed class MutationRunTests
{
    private const int Inputs = 400;

    private Scratch _scratch = null!;

    [SetUp]
    public void SetUp() => _scratch = new Scratch();

    [TearDown]
    public void TearDown() => _scratch.Dispose();

    [Test]
    public void A_reader_that_reads_or_refuses_has_no_finding()
    {
        var tally = Try(text =>
            _ = text.Contains("sound", StringComparison.Ordinal) ? true : throw new MpucException("'x.txt' is not sound."));

        Assert.That(tally.Findings, Is.Empty);
        Assert.That(tally.Inputs, Is.EqualTo(Inputs));
        Assert.That(new[] { tally.Read, tally.Refused }, Is.All.GreaterThan(10));
    }

    [Test]
    public void An_exception_that_is_not_promised_is_found() =>
        FindsOne(
            text => _ = text.Contains("sound", StringComparison.Ordinal) ? true : throw new FormatException("Odd."),
            "it ends in an exception that is not promised: System.FormatException: Odd.");

    [Test]
    public void A_refusal_that_is_no_sentence_is_found() => FindsOne(text => Refuse(text, "'x.txt' is odd"), "the refusal is no sentence");

    [Test]
    public void A_refusal_that_does_not_name_the_file_is_found() =>
        FindsOne(text => Refuse(text, "It is odd."), "the refusal does not name 'x.txt'");

    [Test]
    public void A_hang_is_found()
    {
        using var never = new ManualResetEventSlim();
        var run = new MutationRun(
            ParserOf(text => Planted(text, () => never.Wait(TimeSpan.FromSeconds(30)))), 1) { Patience = TimeSpan.FromSeconds(0.3) };

        Assert.That(run.Try(0, Inputs, _scratch.Folder).Findings.Single().Fault, Is.EqualTo("it takes longer than 0.3 s"));
    }

    [Test]
    public void An_allocation_is_found()
    {
        var times = 0;
        FindsOne(_ => GC.KeepAlive(new byte[++times == 100 ? MutationRun.MaxBytes : 1]), "it takes 512 MiB of memory");
    }

    [Test]
    public void A_sound_file_that_is_refused_is_found() =>
        FindsOne(_ => throw new MpucException("'x.txt' is odd."), "a sound file is refused");

    [Test]
    public void A_finding_is_made_again_from_its_seed_and_number()
    {
        var first = Try(text => Refuse(text, "odd")).Findings.Single();
        var again = new MutationRun(ParserOf(text => Refuse(text, "odd")), 1).Try(first.Number, 1, _scratch.Folder).Findings.Single();

        Assert.That((again.Number, again.Input), Is.EqualTo((first.Number, first.Input)));
        Assert.That(again.ToString(), Does.Contain($"MPUC_MUTATION_SEED=1 MPUC_MUTATION_INPUT={first.Number} tries it alone"));
    }

    [Test]
    public void Findings_of_one_cause_count_once_and_the_run_goes_on()
    {
        var tally = Try(text => Refuse(text, text.Length % 2 == 0 ? "odd" : "It is odd."));

        Assert.That(tally.Findings, Has.Count.EqualTo(2));
        Assert.That(tally.Inputs, Is.EqualTo(Inputs));
    }

    [Test]
    public void While_an_input_is_tried_its_number_stands_in_the_runs_file()
    {
        var running = _scratch.File("planted.running");
        var numbers = new List<long>();
        Try(_ => numbers.Add(NumberIn(running)));

        Assert.That(numbers.Skip(1), Is.EqualTo(Enumerable.Range(0, Inputs)));
        Assert.That(running, Does.Not.Exist);
    }

    private static long NumberIn(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var number = new byte[sizeof(long)];
        file.ReadExactly(number);
        return BitConverter.ToInt64(number);
    }

    private static void Refuse(string text, string message) => Planted(text, () => throw new MpucException(message));

    private static void Planted(string text, Action plant)
    {
        if (!text.Contains("sound", StringComparison.Ordinal))
        {
            plant();
        }
    }

    [Test]
    public void An_input_that_was_slow_once_alone_is_no_finding()
    {
        var times = 0;
        var run = new MutationRun(
            ParserOf(_ => Thread.Sleep(Interlocked.Increment(ref times) == 50 ? 1000 : 0)), 1) { Patience = TimeSpan.FromSeconds(0.3) };

        Assert.That(run.Try(0, Inputs, _scratch.Folder).Findings, Is.Empty);
    }

    private void FindsOne(Action<string> read, string fault)
    {
        var finding = Try(read).Findings.Single();
        Assert.That(finding.Fault, Does.StartWith(fault));
    }

    private MutationTally Try(Action<string> read) => new MutationRun(ParserOf(read), 1).Try(0, Inputs, _scratch.Folder);

    private static Parser ParserOf(Action<string> read) =>
        Parser.OfBytes(
            "planted",
            () => ["a sound file 1 of 2"u8.ToArray()],
            bytes => read(Encoding.UTF8.GetString(bytes))) with { Subject = "x.txt", IsText = true };
}
