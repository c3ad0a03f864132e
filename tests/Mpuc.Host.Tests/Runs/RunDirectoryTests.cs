using Mpuc.Host.Runs;

namespace Mpuc.Host.Tests.Runs;

public sealed class RunDirectoryTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_new_folder_is_accepted_and_not_made_yet()
    {
        var directory = RunDirectory.ForTraining(_folder.File("run"), resume: false);
        Assert.That(directory.Path, Does.Not.Exist);
        directory.Create("{}", "{\"seed\":1}");
        Assert.That(File.ReadAllText(directory.ConfigurationPath), Is.EqualTo("{}"));
        Assert.That(File.ReadAllText(directory.ManifestPath), Is.EqualTo("{\"seed\":1}"));
        Assert.That(directory.CheckpointsPath, Does.Exist);
        Assert.That((directory.IsRun, directory.IsFinished, directory.Name), Is.EqualTo((true, false, "run")));
    }

    [Test]
    public void An_empty_folder_is_accepted() =>
        Assert.That(() => RunDirectory.ForTraining(_folder.Path + "/", resume: false), Throws.Nothing);

    [Test]
    public void A_folder_with_something_else_is_refused()
    {
        File.WriteAllText(_folder.File("thesis.tex"), "years of work");
        Assert.That(
            () => RunDirectory.ForTraining(_folder.Path, resume: false),
            Throws.TypeOf<MpucException>().With.Message.Contains("is no run").And.Message.Contains("--output"));
    }

    [Test]
    public void A_file_is_refused()
    {
        File.WriteAllText(_folder.File("run"), "a file");
        Assert.That(
            () => RunDirectory.ForTraining(_folder.File("run"), resume: false),
            Throws.TypeOf<MpucException>().With.Message.Contains("is no run"));
    }

    [Test]
    public void An_unfinished_run_is_continued_only_with_resume()
    {
        MakeRun(finished: false);
        Assert.That(
            () => RunDirectory.ForTraining(_folder.File("run"), resume: false),
            Throws.TypeOf<MpucException>().With.Message.Contains("an unfinished run").And.Message.Contains("--resume"));
        Assert.That(RunDirectory.ForTraining(_folder.File("run"), resume: true).IsFinished, Is.False);
    }

    [Test]
    public void A_finished_run_is_not_overwritten()
    {
        MakeRun(finished: true);
        Assert.That(
            () => RunDirectory.ForTraining(_folder.File("run"), resume: false),
            Throws.TypeOf<MpucException>().With.Message.Contains("a finished run"));
        Assert.That(RunDirectory.ForTraining(_folder.File("run"), resume: true).IsFinished, Is.True);
    }

    [Test]
    public void Resuming_where_nothing_has_begun_begins([Values] bool exists) =>
        Assert.That(RunDirectory.ForTraining(exists ? _folder.Path : _folder.File("absent"), resume: true).IsRun, Is.False);

    [Test]
    public void Resuming_what_was_ended_before_its_manifest_begins_anew()
    {
        MakeRun(finished: false);
        File.Delete(_folder.File("run/manifest.json"));
        File.WriteAllText(_folder.File($"run/.manifest.json.{Guid.NewGuid():N}.tmp"), "{");
        var directory = RunDirectory.ForTraining(_folder.File("run"), resume: true);
        Assert.That(directory.IsRun, Is.False);
        directory.DeleteLeftovers();
        Assert.That(Directory.EnumerateFiles(directory.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "config.json" }));
    }

    [Test]
    public void Resuming_in_a_folder_with_something_else_is_refused()
    {
        File.WriteAllText(_folder.File("thesis.tex"), "years of work");
        Assert.That(
            () => RunDirectory.ForTraining(_folder.Path, resume: true), Throws.TypeOf<MpucException>().With.Message.Contains("is no run"));
    }

    [Test]
    public void Only_what_atomic_writers_left_is_deleted()
    {
        MakeRun(finished: false);
        File.WriteAllText(_folder.File("run/.notes.tmp"), "mine");
        File.WriteAllText(_folder.File($"run/checkpoints/.step-1.safetensors.{Guid.NewGuid():N}.tmp"), "half");
        RunDirectory.Open(_folder.File("run")).DeleteLeftovers();
        Assert.Multiple(() =>
        {
            Assert.That(_folder.File("run/.notes.tmp"), Does.Exist);
            Assert.That(Directory.EnumerateFiles(_folder.File("run/checkpoints")), Is.Empty);
        });
    }

    [Test]
    public void A_run_is_opened_by_a_relative_path_and_with_a_slash_at_the_end()
    {
        MakeRun(finished: true);
        Assert.That(RunDirectory.Open(_folder.File("run") + "/").Name, Is.EqualTo("run"));
    }

    private void MakeRun(bool finished)
    {
        var directory = RunDirectory.ForTraining(_folder.File("run"), resume: false);
        directory.Create("{}", "{}");
        if (finished)
        {
            File.WriteAllText(directory.SummaryPath, "{}");
        }
    }
}
