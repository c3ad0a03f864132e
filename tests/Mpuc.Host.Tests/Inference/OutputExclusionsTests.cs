using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Tests.Training;
using Serilog.Events;

namespace Mpuc.Host.Tests.Inference;

public class OutputExclusionsTests
{
    private WarningSink _log = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        (_log, _folder) = (new WarningSink(LogEventLevel.Information), new TemporaryFolder());
        Write("x/a.wav", "x/y/b.wav");
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_command_given_again_reads_what_it_read_the_first_time()
    {
        var first = Find("x/out.csv", "x");
        Write("x/out.csv");
        Assert.That(Ids(Find("x/out.csv", "x")), Is.EqualTo(Ids(first)).And.EqualTo(new[] { "a", "y/b" }));
    }

    [Test]
    public void One_line_names_all_that_is_not_read_and_there_is_none_where_all_is()
    {
        Find("x/out.csv", "x");
        Assert.That(_log.Messages, Is.Empty);
        Write("x/out.csv");
        Find("x/out.csv", "x");
        Assert.That(_log.Messages, Is.EqualTo(new[] { $"Not read, because this command writes it: {_folder.File("x/out.csv")}" }));
    }

    [Test]
    public void A_file_of_a_recordings_name_is_left_out_of_the_recording()
    {
        Write("x/a.csv");
        Assert.That(
            Find("x/a.csv", "x").Select(recording => string.Join('+', recording.Sources.Keys)), Is.EqualTo(new[] { ".wav", ".wav" }));
    }

    [Test]
    public void A_folder_that_is_written_is_left_out_with_all_that_it_holds_and_no_other()
    {
        Write("x/index/recordings.jsonl", "x/index/bundle/config.json", "x/index-of-mine/c.wav");
        Assert.That(Ids(Find("x/index", "x")), Is.EqualTo(new[] { "a", "index-of-mine/c", "y/b" }));
    }

    [Test]
    public void A_folder_behind_a_link_is_the_same_folder()
    {
        Write("x/out.csv");
        Directory.CreateSymbolicLink(_folder.File("link"), _folder.File("x"));
        Assert.That(Ids(Find("x/out.csv", "link")), Is.EqualTo(new[] { "a", "y/b" }));
        Assert.That(Ids(Find("link/out.csv", "x")), Is.EqualTo(new[] { "a", "y/b" }));
    }

    [Test]
    public void A_row_of_a_manifest_that_names_what_is_written_has_the_others_alone()
    {
        File.WriteAllText(_folder.File("m.csv"), "id,source.audio,source.table\none,x/a.wav,x/out.csv\ntwo,x/y/b.wav,\nthree,,x/out.csv\n");
        Assert.That(
            Find("x/out.csv", "m.csv").Select(recording => $"{recording.Id}: {string.Join('+', recording.Sources.Keys)}"),
            Is.EqualTo(new[] { "one: audio", "two: audio" }));
    }

    [Test]
    public void What_is_written_is_refused_as_an_input_before_anything_is_read() => Assert.That(
        () => Find("x/a.wav", "x/a.wav", "x/none"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"'{_folder.File("x/a.wav")}' is named as an input, and this command writes it; leave it out, or write elsewhere."));

    [Test]
    public void A_folder_with_nothing_else_is_refused()
    {
        Write("z/out.csv");
        Assert.That(
            () => Find("z/out.csv", "z"),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"There is nothing to read besides what this command writes, {_folder.File("z/out.csv")}."));
    }

    [Test]
    public void Standard_streams_that_are_no_files_name_none() => Assert.That(StandardStreams.Files, Has.All.Exist);

    private static IEnumerable<string> Ids(IEnumerable<Recording> recordings) => recordings.Select(recording => recording.Id);

    private IReadOnlyList<Recording> Find(string written, params string[] inputs) =>
        InputRecordings.Find([.. inputs.Select(_folder.File)], null, _log.Logger, new OutputExclusions([_folder.File(written)]));

    private void Write(params string[] names)
    {
        foreach (var path in names.Select(_folder.File))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, path);
        }
    }
}
