using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tests.Data.Sequences;
using TorchSharp;

namespace Mpuc.Host.Tests.Inference.Features;

/// <summary>A recording is as long as what is decoded of it, whatever its container says.</summary>
public sealed class RecordingLimitTests
{
    private readonly RecordingLimit _limit = new(5);
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void No_more_than_a_second_behind_the_limit_is_decoded()
    {
        Assert.That(_limit.Cut(new ModalitySource("/a.mp4")), Is.EqualTo(new ModalitySource("/a.mp4") { End = 6 }));
        Assert.That(_limit.Cut(new ModalitySource("/a.mp4") { Start = 10 }).End, Is.EqualTo(16));
        Assert.That(_limit.Cut(new ModalitySource("/a.mp4") { End = 3 }).End, Is.EqualTo(3));
    }

    [TestCase(49, true)]
    [TestCase(50, true)]
    [TestCase(52, true)]
    [TestCase(53, false)]
    [TestCase(60, false)]
    public void What_was_decoded_decides(int frames, bool isAllowed)
    {
        using var read = Read(new ModalitySource("/a.mp4") { End = 6 }, frames);
        if (isAllowed)
        {
            Assert.That(() => _limit.Check(read), Throws.Nothing);
        }
        else
        {
            Assert.That(
                () => _limit.Check(read),
                Throws.TypeOf<TooLongException>().With.Message.EqualTo("'/a.mp4' is longer than the 5 s that this server takes; cut it."));
        }
    }

    [Test]
    public void A_transcript_that_was_not_cut_may_be_spread_over_any_time()
    {
        using var read = Read(new ModalitySource("/a.txt"), 1000);
        Assert.That(() => _limit.Check(read), Throws.Nothing);
    }

    private ReadRecordings Read(ModalitySource source, int frames)
    {
        var modality = TestSet.Modality("x", new NumbersEncoder(10));
        using var sequence = new ModalitySequence(torch.zeros(frames, 1), 10);
        return new ReadRecordings(
            [new UnlabelledRecording("a", string.Empty, new Dictionary<string, ModalitySource> { ["x"] = source })],
            [modality],
            new Dictionary<Modality, IReadOnlyDictionary<string, SequenceFile>>
            {
                [modality] = new Dictionary<string, SequenceFile> { ["a"] = SequenceFile.Write(_folder.File("a.seq"), sequence) },
            });
    }
}
