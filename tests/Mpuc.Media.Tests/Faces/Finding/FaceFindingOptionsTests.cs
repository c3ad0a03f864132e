using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Faces.Mtcnn;
using Mpuc.Media.Faces.Tiny;

namespace Mpuc.Media.Tests.Faces.Finding;

[TestFixture]
internal sealed class FaceFindingOptionsTests
{
    [Test]
    public void The_schemas_defaults_are_the_records_defaults() => Assert.That(Read(), Is.EqualTo(new FaceFindingOptions()));

    [Test]
    public void Every_option_arrives() => Assert.That(
        Read(
            ("faces", "given"),
            ("detector", "mtcnn"),
            ("tinyWeights", "t"),
            ("pnetWeights", "p"),
            ("rnetWeights", "r"),
            ("onetWeights", "o"),
            ("minFaceSize", 40),
            ("inputSize", 320), ("minScore", 0.8), ("minOverlap", 0.2), ("maxGap", 2.0), ("smoothing", 0.1)),
        Is.EqualTo(new FaceFindingOptions
        {
            Faces = FaceFindingOptions.Given,
            Detector = FaceFindingOptions.Mtcnn,
            TinyWeights = "t",
            ProposalWeights = "p",
            RefinementWeights = "r",
            OutputWeights = "o",
            MinFaceSize = 40,
            InputSize = 320,
            MinScore = 0.8,
            MinOverlap = 0.2,
            MaxGap = 2,
            Smoothing = 0.1,
        }));

    [Test]
    public void What_the_descriptions_say_of_the_scores_is_true() =>
        Assert.That((new TinyFaceOptions().MinScore, new MtcnnOptions().MinScore), Is.EqualTo((0.3, 0.7)));

    private static FaceFindingOptions Read(params (string Name, object Value)[] set) => FaceFindingOptions.From(
        new OptionValues(
            new OptionSchema([.. FaceFindingOptions.Options]), set.ToDictionary(option => option.Name, option => option.Value)));
}
