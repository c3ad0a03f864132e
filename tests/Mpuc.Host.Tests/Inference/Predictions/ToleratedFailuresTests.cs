using Mpuc.Host.Data;
using Mpuc.Host.Inference.Predictions;

namespace Mpuc.Host.Tests.Inference.Predictions;

public class ToleratedFailuresTests
{
    private readonly List<int> _batches = [];

    [SetUp]
    public void ForgetBatches() => _batches.Clear();

    [Test]
    public void Recordings_are_worked_on_together_where_none_is_at_fault()
    {
        var failures = new ToleratedFailures(2);
        Assert.That(failures.Run(Recordings("a", "b", "c"), Work).ToList(), Is.EqualTo(new[] { "A", "B", "C" }));
        Assert.That(_batches, Is.EqualTo(new[] { 2, 1 }));
        Assert.That(failures.Quarantined, Is.Empty);
    }

    [Test]
    public void One_at_fault_is_set_aside_with_its_files_and_the_reason_and_its_batch_is_done_without_it()
    {
        var failures = new ToleratedFailures(3);
        Assert.That(failures.Run(Recordings("a", "bad", "c", "d"), Work).ToList(), Is.EqualTo(new[] { "A", "C", "D" }));
        var quarantined = failures.Quarantined.Single();
        Assert.That((quarantined.Id, quarantined.Files.Single(), quarantined.Reason), Is.EqualTo(("bad", "/data/bad.wav", "bad is bad.")));
    }

    [Test]
    public void What_is_no_fault_of_a_recording_is_not_swallowed() => Assert.That(
        () => new ToleratedFailures(2).Run<string>(Recordings("a"), _ => throw new InvalidOperationException("a defect")).ToList(),
        Throws.InvalidOperationException);

    [Test]
    public void An_input_that_does_not_exist_is_set_aside_and_the_others_are_found()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.wav"), "a");
        var failures = new ToleratedFailures(2);
        Assert.That(
            failures.Find([folder.File("none.wav"), folder.File("a.wav")], null, Serilog.Core.Logger.None).Single().Id, Is.EqualTo("a"));
        Assert.That(failures.Quarantined.Single().Reason, Does.Contain("none.wav"));
    }

    [Test]
    public void A_file_that_a_manifest_names_and_that_is_not_there_is_its_recordings_fault()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.wav"), "a");
        File.WriteAllText(folder.File("m.csv"), "id,source.audio\none,a.wav\ntwo,none.wav\n");
        var failures = new ToleratedFailures(2);
        var recordings = failures.Find([folder.File("m.csv")], null, Serilog.Core.Logger.None);
        Assert.That(recordings.Select(recording => recording.Id), Is.EqualTo(new[] { "one", "two" }));
        Assert.That(recordings[1].Sources["audio"].Path, Is.EqualTo(folder.File("none.wav")), "reading it says that it is not there");
    }

    private static List<UnlabelledRecording> Recordings(params string[] ids) =>
        [
            .. ids
                .Select(id =>
                    new UnlabelledRecording(
                        id,
                        "",
                        new Dictionary<string, ModalitySource> { [".wav"] = new($"/data/{id}.wav"), ["audio"] = new($"/data/{id}.wav") })),
        ];

    private IReadOnlyList<string> Work(IReadOnlyList<UnlabelledRecording> recordings)
    {
        _batches.Add(recordings.Count);
        return recordings.FirstOrDefault(recording => recording.Id == "bad") is { } bad
            ? throw new MpucException($"{bad.Id} is bad.")
            : [.. recordings.Select(recording => recording.Id.ToUpperInvariant())];
    }
}
