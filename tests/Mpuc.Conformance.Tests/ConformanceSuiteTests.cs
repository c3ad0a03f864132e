using Mpuc.Conformance.Tests.Toy;

namespace Mpuc.Conformance.Tests;

/// <summary>
/// A plugin that keeps every promise passes; one that breaks a single promise fails the check that is about it, and is told why.
/// </summary>
[TestFixture]
internal sealed class ConformanceSuiteTests
{
    private TemporaryFolder _folder = null!;
    private Dictionary<string, KindSamples> _samples = null!;

    [SetUp]
    public void WriteSamples()
    {
        _folder = new TemporaryFolder();
        _samples = new(StringComparer.Ordinal)
        {
            ["toy"] = new KindSamples
            {
                Recordings = [Recording("a.txt", 1), Recording("b.txt", 2), Recording("c.txt", 3)],
                Refused = [new ModalitySource(_folder.Write("bad.txt", "bad\n"))],
                WindowSeconds = 1,
            },
        };
    }

    [TearDown]
    public void DeleteSamples() => _folder.Dispose();

    [Test]
    public void A_plugin_that_keeps_every_promise_passes()
    {
        var results = Run(ToyFault.None);

        Assert.That(
            results.Where(result => result.Outcome != ConformanceOutcome.Passed).Select(result => $"{result.Case}: {result.Message}"),
            Is.Empty);
    }

    [TestCase(ToyFault.NameWithSpaces, "plugin.offers", "'toy numbers' is no name for a kind or backbone")]
    [TestCase(ToyFault.OfferedTwice, "plugin.offers", "It offers 'toy' twice.")]
    [TestCase(ToyFault.UnknownDefaultBackbone, "plugin.offers", "The default backbone of 'toy' is 'large', which it does not offer.")]
    [TestCase(ToyFault.NoSentence, "plugin.descriptors", "the description of the kind 'toy': \"numbers\"")]
    [TestCase(ToyFault.UpperCaseExtension, "plugin.descriptors", "names the extension '.TXT'")]
    [TestCase(ToyFault.OptionWithoutRange, "plugin.options", "the option 'rate' of 'toy'; give the range")]
    [TestCase(ToyFault.OptionWithoutSentence, "plugin.options", "the description of the option 'name' of 'toy'")]
    [TestCase(ToyFault.SameFramesForAll, "reading.recordings", "The first two recordings give the same frames")]
    [TestCase(ToyFault.OtherFramesEachTime, "reading.repeated", "'a.txt' gave other frames when it was read a second time.")]
    [TestCase(ToyFault.OtherFramesPerEncoder, "reading.repeated", "when another encoder with the same options read it.")]
    [TestCase(ToyFault.Float64, "reading.frames", "The frames of 'a.txt' are Float64; they must be Float32.")]
    [TestCase(ToyFault.NotANumber, "reading.frames", "A frame of 'a.txt' holds NaN or infinity")]
    [TestCase(ToyFault.SharedState, "reading.threads", "gave other frames when 12 readings ran at once.")]
    [TestCase(ToyFault.IgnoresSpan, "reading.span", "span 2 seconds of the recording, but 4 seconds were read.")]
    [TestCase(ToyFault.IgnoresCancellation, "reading.cancelled", "although its token was cancelled")]
    [TestCase(ToyFault.LeaksTensors, "reading.tensors", "1 more tensors are alive than before")]
    [TestCase(ToyFault.MissingFileAsIoError, "refusal.missing", "but threw FileNotFoundException: ")]
    [TestCase(ToyFault.UnnamedFile, "refusal.missing", "the message must name 'not-there.txt', but is \"There is no such file.\"")]
    [TestCase(ToyFault.EmptyFileAccepted, "refusal.empty", "It must refuse an empty file with an MpucException, but took it.")]
    [TestCase(ToyFault.DamageAsFormatError, "refusal.damaged", "but threw FormatException: ")]
    [TestCase(ToyFault.AcceptsWhatIsRefused, "refusal.samples", "It must refuse 'bad.txt'")]
    [TestCase(ToyFault.ThrowsForAnOption, "refusal.options", "With 'axis' at \"mirrored\" no encoder can be made")]
    [TestCase(ToyFault.NoFrameInShortWindows, "window.length", "A window of 0.001 s has 0 frames")]
    [TestCase(ToyFault.TooManyFrames, "window.length", "A window of 0.5 s has 10 frames, but a recording 10 per second.")]
    [TestCase(ToyFault.WindowTooShort, "window.padding", "has the shape [40, 3]; it must be [100, 3].")]
    [TestCase(ToyFault.PaddingOfOnes, "window.padding", "holds something else than zeros in its padding.")]
    [TestCase(ToyFault.WrongValidLength, "window.padding", "says that 100 of its 100 frames are real; the recording has 40")]
    [TestCase(ToyFault.WindowIsView, "window.copy", "What was written into a window changed the sequence")]
    [TestCase(ToyFault.StateBeforeFit, "statistics.fit", "Its state is not empty before Fit.")]
    [TestCase(ToyFault.KeepsLentSequences, "statistics.fit", "Tensor invalid")]
    [TestCase(ToyFault.TransformsInPlace, "statistics.fit", "Transform changed the sequence that it was given")]
    [TestCase(ToyFault.ForgetsState, "statistics.restored", "After Restore, Transform gives other frames than before.")]
    [TestCase(ToyFault.TakesAnyState, "statistics.refused", "It must refuse a state without tensors")]
    [TestCase(ToyFault.EdgeToNowhere, "preview.drawn", "An edge of a picture leads to no point.")]
    [TestCase(ToyFault.WrongFeatureSize, "features.size", "have the shape [4, 128]; it must be [4, 512].")]
    [TestCase(ToyFault.NotFiniteFeatures, "features.size", "hold NaN or infinity.")]
    [TestCase(ToyFault.CountsPadding, "features.padding", "the features change by")]
    [TestCase(ToyFault.CountsPadding, "training.padding", "A gradient reaches the padding of a window")]
    [TestCase(ToyFault.MixesRows, "features.rows", "when it is encoded alone and with three others.")]
    [TestCase(ToyFault.DropsInEvaluation, "features.modes", "the same windows gave other features the second time.")]
    [TestCase(ToyFault.ThrowsForABackboneOption, "features.options", "With 'hidden' at 2 it cannot be used")]
    [TestCase(ToyFault.ForgetsToRegister, "training.gradients", "call RegisterComponents() at the end of the constructor.")]
    [TestCase(ToyFault.UnusedParameter, "training.gradients", "No gradient reaches the parameter 'unused.weight'")]
    [TestCase(ToyFault.FixedSeed, "training.seed", "With another seed it has the same weights")]
    [TestCase(ToyFault.HiddenState, "training.state", "something that counts is no parameter or buffer.")]
    [TestCase(ToyFault.LeaksInForward, "training.tensors", "left 1 tensors behind")]
    public void A_broken_promise_is_found_and_said(ToyFault fault, string check, string message)
    {
        var result = Run(fault, check).Single();

        Assert.That((result.Outcome, result.Message), Is.EqualTo((ConformanceOutcome.Failed, result.Message)));
        Assert.That(result.Message, Does.Contain(message));
    }

    [Test]
    public void A_plugin_that_hangs_is_cut_off()
    {
        var promise = Suite(ToyFault.Hangs).Cases.Single(promise => promise.Check == "reading.frames");

        var result = promise.Run(TimeSpan.FromMilliseconds(50));

        Assert.That((result.Outcome, result.Message), Is.EqualTo((ConformanceOutcome.Failed, "It did not come back within 0.05 seconds.")));
    }

    [Test]
    public void Without_recordings_what_needs_them_is_not_tried_and_the_message_says_where_to_name_them()
    {
        _samples.Clear();

        var results = Run(ToyFault.None);

        var untried = results.Where(result => result.Case.Check.Split('.')[0] is "reading" or "window" or "features" or "training");
        Assert.That(untried.Select(result => result.Outcome), Is.All.EqualTo(ConformanceOutcome.NotTried));
        Assert.That(
            results.First(result => result.Outcome == ConformanceOutcome.NotTried).Message,
            Does.Contain("conformance.json").And.Contain("\"toy\""));
    }

    private List<ConformanceResult> Run(ToyFault fault, string? check = null) =>
        [
            .. Suite(fault).Cases
                .Where(promise => check is null || promise.Check == check)
                .Select(promise => promise.Run(TimeSpan.FromMinutes(2))),
        ];

    private ConformanceSuite Suite(ToyFault fault) => new(new ToyPlugin(fault), _samples, () => new ToyPlugin(fault));

    private ModalitySource Recording(string name, int seed)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(0, 40).Select(_ =>
            FormattableString.Invariant($"{random.NextDouble():0.###} {random.NextDouble():0.###} {seed}"));
        return new ModalitySource(_folder.Write(name, string.Join('\n', lines) + "\n"));
    }
}
