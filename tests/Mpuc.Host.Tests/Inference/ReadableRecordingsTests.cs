using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tests.Data.Sequences;
using Mpuc.Host.Tests.Training;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Inference;

/// <summary>Recordings that an extraction takes, and what is said of those that it leaves out.</summary>
public class ReadableRecordingsTests
{
    private readonly IReadOnlyList<Modality> _modalities =
        [TestSet.Modality("x", new NumbersEncoder(10)), TestSet.Modality("y", new NumbersEncoder(10))];

    private WarningSink _log = null!;

    [SetUp]
    public void Listen() => _log = new WarningSink();

    [Test]
    public void Recordings_with_every_modality_are_taken_as_they_come_without_a_word()
    {
        var taken = ReadableRecordings.Of([Of("b", "x", "y"), Of("a", "y", "x", "z")], _modalities, _log.Logger);

        Assert.That(taken.Select(recording => recording.Id), Is.EqualTo(new[] { "b", "a" }));
        Assert.That(_log.Messages, Is.Empty);
    }

    [Test]
    public void One_that_no_modality_reads_is_left_out_and_what_others_lack_is_counted()
    {
        var taken = ReadableRecordings.Of([Of("a", "x"), Of("none", "p", "q"), Of("b", "x", "y"), Of("c", "x")], _modalities, _log.Logger);

        Assert.That(taken.Select(recording => recording.Id), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(_log.Messages, Is.EqualTo(new[]
        {
            "The recording 'none' is left out: no modality of the configuration reads p, q.",
            "2 of 3 recordings lack the modality 'y', such as 'a'.",
        }));
    }

    [Test]
    public void Where_nothing_can_be_read_every_modality_says_what_it_reads() => Assert.That(
        () => ReadableRecordings.Of([Of("a", "p")], [_modalities[0], WithFiles("w", ".wav", ".mp3")], _log.Logger),
        Throws.TypeOf<MpucException>().With.Message.Contains("None of the recordings has anything to read: 'x' reads the source 'x'")
            .And.Message.EndsWith("'w' reads the source 'w' or files .wav, .mp3."));

    [Test]
    public void A_modality_reads_the_first_of_its_kinds_of_files_or_its_table_whatever_a_recording_has()
    {
        var taken = ReadableRecordings.Of([Of("a", ".mp3"), Of("b", "p")], [WithFiles("w", ".wav", ".mp3")], _log.Logger);
        var all = ReadableRecordings.Of([Of("a", "p")], [TestSet.Modality("t", new NumbersEncoder(10), table: "words.csv")], _log.Logger);

        Assert.That(taken.Concat(all).Select(recording => recording.Id), Is.EqualTo(new[] { "a", "a" }));
        Assert.That(_log.Messages.Single(), Does.StartWith("The recording 'b' is left out"));
    }

    [Test]
    public void Rows_whose_sources_turn_out_to_hold_nothing_are_left_out_by_name()
    {
        using var scope = NewDisposeScope();
        using var rows = Rows(["a", "b", "c"], [1, 2], [float.NaN, float.NaN], [float.NaN, 3]);

        using var present = ReadableRecordings.Of(rows, _log.Logger);

        Assert.That(present.Ids, Is.EqualTo(new[] { "a", "c" }));
        Assert.That(present.Values.data<float>().ToArray(), Is.EqualTo(new[] { 1, 2, float.NaN, 3 }));
        Assert.That(_log.Messages, Is.EqualTo(new[] { "The recording 'b' is left out: its sources hold nothing of x, y." }));
    }

    [Test]
    public void A_recording_of_which_some_windows_hold_something_is_not_left_out()
    {
        using var scope = NewDisposeScope();
        using var rows = Rows(["a", "a"], [float.NaN, float.NaN], [float.NaN, 3]);

        using var present = ReadableRecordings.Of(rows, _log.Logger);

        Assert.That(present.Ids, Is.EqualTo(new[] { "a" }));
        Assert.That(_log.Messages, Is.Empty);
    }

    [Test]
    public void Where_no_row_holds_anything_the_first_is_named()
    {
        using var scope = NewDisposeScope();
        using var rows = Rows(["a", "b"], [float.NaN, float.NaN], [float.NaN, float.NaN]);

        Assert.That(
            () => ReadableRecordings.Of(rows, _log.Logger),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("None of the recordings holds anything of x, y, such as 'a'."));
    }

    private static Modality WithFiles(string name, params string[] extensions)
    {
        var template = TestSet.Modality(name, new NumbersEncoder(10));
        return new Modality(
            template.Settings,
            template.Encoder,
            template.Plugin,
            template.BackbonePlugin,
            template.CreateBackbone) { Extensions = extensions };
    }

    private static FeatureRows Rows(string[] ids, params float[][] rows) =>
        new(ids, ["x", "y"], tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, 2]), null);

    private static Recording Of(string id, params string[] sources) => new()
    {
        Id = id, Sources = sources.ToDictionary(source => source, source => new ModalitySource($"{id}.{source}")),
    };
}
