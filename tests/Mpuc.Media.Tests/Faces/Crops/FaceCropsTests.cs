using Mpuc.Media.Faces;
using Mpuc.Media.Faces.Crops;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Tests.Faces.Finding;
using Mpuc.Media.Tests.Video;
using Mpuc.Media.Video;
using Serilog.Core;
using TorchSharp;
using static Mpuc.Media.Tests.Faces.Some;

namespace Mpuc.Media.Tests.Faces.Crops;

[TestFixture]
internal sealed class FaceCropsTests
{
    private const int Frames = 40;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void The_square_has_the_longer_side_and_the_margin() =>
        Assert.That(new CropOptions(112, 0.2).SquareAround(new FaceBox(10, 0, 20, 100)), Is.EqualTo(new FaceBox(-45, -10, 75, 110)));

    [Test]
    public async Task Every_frame_gives_a_crop_of_its_own_picture()
    {
        var path = await FindAsync(_ => Frame(Face(10, 10, 20)));

        var levels = new List<double>();
        await foreach (var batch in FaceCrops.ReadAsync(path, new CropOptions(16, 0), CancellationToken.None))
        {
            using (batch)
            {
                Assert.That(batch.First, Is.EqualTo(levels.Count));
                Assert.That(batch.Pixels.shape[1..], Is.EqualTo(new long[] { 3, 16, 16 }));
                Assert.That(batch.Squares, Is.All.EqualTo(new FaceBox(10, 10, 30, 30)));
                levels.AddRange(batch.Pixels.mean([1, 2, 3]).data<float>().ToArray().Select(mean => (double)mean));
            }
        }

        Assert.That(levels, Is.EqualTo(Enumerable.Range(20, Frames)).Within(1e-3));
    }

    [Test]
    public async Task A_frame_without_a_face_is_zero()
    {
        var path = await FindAsync(frame => frame < 10 ? Frame(Face(10, 10, 20)) : Frame());

        await foreach (var batch in FaceCrops.ReadAsync(path, new CropOptions(16, 0), CancellationToken.None))
        {
            using (batch)
            {
                Assert.That(batch.Squares[0], batch.First == 0 ? Is.Not.Null : Is.Null);
                Assert.That(batch.Pixels[-1].abs().max().item<float>(), Is.Zero);
            }
        }
    }

    [Test]
    public async Task A_file_that_changed_is_refused()
    {
        var path = await FindAsync(_ => Frame(Face(10, 10, 20)));
        Clips.Counting(path.Video.Source.Path, 10, 10);

        Assert.That(
            async () =>
            {
                await foreach (var batch in FaceCrops.ReadAsync(path, new CropOptions(16, 0), CancellationToken.None))
                {
                    batch.Dispose();
                }
            },
            Throws.TypeOf<MpucException>().With.Message.Contains("changed while it was read"));
    }

    [Test]
    public async Task Reading_leaves_no_tensor_behind()
    {
        var path = await FindAsync(_ => Frame(Face(10, 10, 20)));

        var left = await LiveTensors.LeftByAsync(async () =>
        {
            await foreach (var batch in FaceCrops.ReadAsync(path, new CropOptions(16, 0), CancellationToken.None))
            {
                batch.Dispose();
            }
        });

        Assert.That(left, Is.Zero);
    }

    private async Task<FacePath> FindAsync(Func<int, IReadOnlyList<FaceDetection>> facesOf)
    {
        var source = new ModalitySource(Clips.Counting(_folder.File("clip.mkv"), Frames, 10));
        var reader = new VideoReader(new VideoReadingOptions { FrameRate = 10 }, Logger.None);
        using var finder = new FaceFinder(new FaceFindingOptions(), reader, () => new ScriptedDetector(facesOf), Logger.None);
        return await finder.FindAsync(source, CancellationToken.None);
    }
}
