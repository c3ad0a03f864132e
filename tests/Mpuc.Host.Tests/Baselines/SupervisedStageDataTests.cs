using Mpuc.Host.Baselines;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Tests.Baselines;

/// <summary>Supervised training sees training and validation labels and nothing of the test side.</summary>
public class SupervisedStageDataTests
{
    private static readonly DataSplit Split = new()
    {
        Training = [Recording("a", "sad"), Recording("b", "happy"), Recording("c", null)],
        Validation = [Recording("d", "sad"), Recording("e", "bored")],
        Test = [Recording("f", "angry"), Recording("g", "sad")],
    };

    [Test]
    public void Labelled_recordings_of_known_classes_are_there_and_no_others()
    {
        var data = SupervisedStageData.From(Split, "emotion", TaskKind.SingleLabel);

        Assert.That(data.Training.Select(recording => recording.Id), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(
            data.Validation.Select(recording => recording.Id),
            Is.EqualTo(new[] { "d" }),
            "a class that nobody can learn validates nothing");
        Assert.That(data.Of(["b", "d"]), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void The_classes_are_those_of_the_training_recordings_alone() =>
        Assert.That(SupervisedStageData.From(Split, "emotion", TaskKind.SingleLabel).Space.Classes, Is.EqualTo(new[] { "happy", "sad" }));

    [TestCase("f")]
    [TestCase("g")]
    public void A_test_recording_has_no_target(string id) =>
        Assert.That(
            () => SupervisedStageData.From(Split, "emotion", TaskKind.SingleLabel).Of([id]), Throws.InstanceOf<KeyNotFoundException>());

    [Test]
    public void Other_test_labels_change_nothing()
    {
        var changed = Split with { Test = [Recording("f", "happy"), Recording("g", "unheard of")] };

        var (before, after) = (
            SupervisedStageData.From(Split, "emotion", TaskKind.SingleLabel),
            SupervisedStageData.From(changed, "emotion", TaskKind.SingleLabel));

        Assert.That(after.Space.Classes, Is.EqualTo(before.Space.Classes));
        Assert.That(after.Of(["a", "b", "d"]), Is.EqualTo(before.Of(["a", "b", "d"])));
    }

    private static Recording Recording(string id, string? emotion) => new()
    {
        Id = id,
        Labels = emotion is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["emotion"] = emotion },
        Sources = new Dictionary<string, ModalitySource>(),
    };
}
