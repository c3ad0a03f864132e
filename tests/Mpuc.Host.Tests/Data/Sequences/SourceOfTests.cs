using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Data.Sequences;

public class SourceOfTests
{
    [Test]
    public void The_source_that_the_configuration_names_comes_first() =>
        Assert.That(SourceOf(["voice", ".wav"], [".wav"]), Is.EqualTo("/voice"));

    [Test]
    public void Else_the_first_extension_that_the_encoder_reads() => Assert.Multiple(() =>
    {
        Assert.That(SourceOf([".mp4", ".wav"], [".wav", ".mp4"]), Is.EqualTo("/.wav"));
        Assert.That(SourceOf([".mp4", ".wav"], [".mp4", ".wav"]), Is.EqualTo("/.mp4"));
    });

    [Test]
    public void A_recording_without_either_lacks_the_modality() => Assert.That(SourceOf([".txt", "text"], [".wav"]), Is.Null);

    [Test]
    public void A_table_of_the_modality_serves_whatever_the_recording_has()
    {
        using var set = new TestSet();
        var modality = TestSet.Modality("voice", new NumbersEncoder(10), table: "/table.csv");
        var source = SourceReader.SourceOf(Recording([".wav"]), modality)!;
        Assert.That((source.Path, source.Key), Is.EqualTo(("/table.csv", "r")));
    }

    private static string? SourceOf(string[] sources, string[] extensions)
    {
        var plain = TestSet.Modality("voice", new NumbersEncoder(10));
        var modality = new Modality(
            plain.Settings, plain.Encoder, plain.Plugin, plain.BackbonePlugin, plain.CreateBackbone) { Extensions = extensions };
        return SourceReader.SourceOf(Recording(sources), modality)?.Path;
    }

    private static UnlabelledRecording Recording(string[] sources) =>
        new("r", string.Empty, sources.ToDictionary(name => name, name => new ModalitySource("/" + name)));
}
