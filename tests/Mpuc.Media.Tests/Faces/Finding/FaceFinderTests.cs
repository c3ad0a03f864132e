using Mpuc.Media.Faces;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Tests.Video;
using Mpuc.Media.Video;
using Serilog.Core;
using static Mpuc.Media.Tests.Faces.Some;

namespace Mpuc.Media.Tests.Faces.Finding;

[TestFixture]
internal sealed class FaceFinderTests
{
    private const int Frames = 20;

    private TemporaryFolder _folder = null!;
    private MemoryLog _log = null!;
    private ModalitySource _source = null!;

    [SetUp]
    public void CreateClip()
    {
        (_folder, _log) = (new TemporaryFolder(), new MemoryLog());
        _source = new ModalitySource(Clips.Counting(_folder.File("clip.mkv"), Frames, 10, "400x200"));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task The_main_face_has_a_box_in_every_frame()
    {
        var path = await FindAsync(frame => Frame(Face(frame)));

        Assert.That(path.Boxes.Select(box => box?.Left), Is.EqualTo(Enumerable.Range(0, Frames).Select(frame => (double?)frame)));
        Assert.That(path.Missing, Is.Zero);
        Assert.That(path.Detections, Has.Count.EqualTo(Frames));
        Assert.That(_log.Messages, Is.Empty);
    }

    [Test]
    public async Task Gaps_up_to_the_limit_in_seconds_are_filled_and_marked()
    {
        var path = await FindAsync(frame => frame is >= 5 and < 10 ? Frame() : Frame(Face(0)), new FaceFindingOptions { MaxGap = 0.5 });

        Assert.That(path.Missing, Is.Zero);
        Assert.That(Enumerable.Range(0, Frames).Where(frame => !path.IsDetected(frame)), Is.EqualTo(new[] { 5, 6, 7, 8, 9 }));
    }

    [Test]
    public async Task Frames_without_a_face_are_reported_with_their_share()
    {
        var path = await FindAsync(frame => frame is >= 5 and < 10 ? Frame() : Frame(Face(0)), new FaceFindingOptions { MaxGap = 0.4 });

        Assert.That(path.Missing, Is.EqualTo(5));
        Assert.That(_log.Messages, Is.EqualTo(new[] { $"Warning: \"{_source.Path}\" shows no face in 5 of 20 frames (25 %)" }));
    }

    [Test]
    public void A_recording_without_any_face_is_refused_with_the_number_of_frames() => Assert.That(
        () => FindAsync(_ => Frame()),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"'{_source.Path}' shows no face in any of the 20 frames that were looked at; check the recording, lower 'minScore' or try "
                + "the other 'detector'."));

    [Test]
    public async Task Of_two_faces_the_larger_is_used_and_the_log_says_which()
    {
        var path = await FindAsync(_ => Frame(Face(0, 20), Face(200, 30, 140)));

        Assert.That(path.Boxes, Is.All.EqualTo(new FaceBox(200, 30, 340, 170)));
        Assert.That(_log.Messages, Is.EqualTo(new[]
        {
            $"Information: \"{_source.Path}\" shows 2 faces; the one around column 270, row 100 of 400x200 is used, which covers the "
                + "greatest area over time",
        }));
    }

    [Test]
    public async Task A_face_that_passes_through_is_not_worth_a_line()
    {
        var path = await FindAsync(frame => frame == 3 ? Frame(Face(0), Face(300, 0, 50)) : Frame(Face(0)));

        Assert.That(path.Tracks, Has.Count.EqualTo(2));
        Assert.That(_log.Messages, Is.Empty);
    }

    [Test]
    public async Task Smoothing_is_given_in_seconds()
    {
        var path = await FindAsync(frame => Frame(Face(frame % 3 == 1 ? 3 : 0)), new FaceFindingOptions { Smoothing = 0.2 });

        Assert.That(path.Boxes.Skip(1).Take(Frames - 2).Select(box => box!.Value.Left), Is.All.EqualTo(1).Within(1e-9));
    }

    [Test]
    public async Task Given_faces_fill_the_frame()
    {
        using var finder = new FaceFinder(
            new FaceFindingOptions { Faces = "given", Detector = "mtcnn" }, Reader(), new TestWeights(), _log.Logger);

        var path = await finder.FindAsync(_source, CancellationToken.None);

        Assert.That(path.Boxes, Has.Count.EqualTo(Frames).And.All.EqualTo(new FaceBox(0, 0, 400, 200)));
    }

    [Test]
    public async Task The_detector_is_made_when_it_is_needed_and_disposed_with_the_finder()
    {
        var detector = new ScriptedDetector(_ => Frame(Face(0)));
        var made = 0;
        using (var finder = new FaceFinder(new FaceFindingOptions(), Reader(), () => { made++; return detector; }, Logger.None))
        {
            Assert.That(made, Is.Zero);
            await finder.FindAsync(_source, CancellationToken.None);
            await finder.FindAsync(_source, CancellationToken.None);
            Assert.That((made, detector.IsDisposed), Is.EqualTo((1, false)));
        }

        Assert.That(detector.IsDisposed, Is.True);
    }

    [Test]
    public void A_finder_that_was_never_used_has_nothing_to_dispose()
    {
        var finder = new FaceFinder(new FaceFindingOptions(), Reader(), () => throw new InvalidOperationException(), Logger.None);

        Assert.That(finder.Dispose, Throws.Nothing);
    }

    private static VideoReader Reader() => new(new VideoReadingOptions { FrameRate = 10 }, Logger.None);

    private async Task<FacePath> FindAsync(Func<int, IReadOnlyList<FaceDetection>> facesOf, FaceFindingOptions? options = null)
    {
        using var finder = new FaceFinder(options ?? new FaceFindingOptions(), Reader(), () => new ScriptedDetector(facesOf), _log.Logger);
        return await finder.FindAsync(_source, CancellationToken.None);
    }
}
