using Mpuc.Host.Data;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Tests.Data;

public sealed class WriteLockTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_second_training_in_a_folder_is_refused_and_the_folder_named()
    {
        using var first = RunDirectory.ForTraining(_folder.File("run"), resume: false).Hold();

        Assert.That(
            () => RunDirectory.ForTraining(_folder.File("run"), resume: false).Hold(),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"Another process trains in {_folder.File("run")}; wait for its end, or choose another folder with --output."));
    }

    [Test]
    public void After_the_first_the_second_may()
    {
        RunDirectory.ForTraining(_folder.File("run"), resume: false).Hold().Dispose();

        Assert.That(() => RunDirectory.ForTraining(_folder.File("run"), resume: false).Hold().Dispose(), Throws.Nothing);
    }

    [Test]
    public void A_claim_that_nothing_came_of_leaves_no_folder()
    {
        RunDirectory.ForTraining(_folder.File("runs/a/b"), resume: false).Hold().Dispose();

        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Path), Is.Empty);
    }

    [Test]
    public void A_lock_that_a_killed_training_left_keeps_nobody_away([Values] bool resume)
    {
        Directory.CreateDirectory(_folder.File("run"));
        File.WriteAllBytes(_folder.File("run/train.lock"), []);

        using var hold = RunDirectory.ForTraining(_folder.File("run"), resume).Hold();
        Assert.That(_folder.File("run/train.lock"), Does.Exist);
    }

    [Test]
    public void A_bundle_is_written_by_one_at_a_time_and_no_lock_stays()
    {
        using (WriteLock.TakeOutput(_folder.File("b.zip")))
        {
            Assert.That(
                () => WriteLock.TakeOutput(_folder.File("b.zip")),
                Throws.TypeOf<MpucException>().With.Message.StartsWith($"Another process writes {_folder.File("b.zip")};"));
            Assert.That(() => WriteLock.TakeOutput(_folder.File("c.zip")).Dispose(), Throws.Nothing);
        }

        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Path), Is.Empty);
    }

    [Test]
    public void A_place_that_cannot_be_made_is_named() => Assert.That(
        () => RunDirectory.ForTraining("/proc/none/run", resume: false).Hold(),
        Throws.TypeOf<MpucException>().With.Message.StartsWith("The folder /proc/none/run cannot be made: "));
}
