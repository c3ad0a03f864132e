using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Tests.Data.Splits;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class LabelledRowsTests
{
    [Test]
    public void Classes_are_those_of_both_sides_in_ordinal_order_and_targets_are_their_places()
    {
        var rows = Rows(["sad", "Zen", "sad"], ["calm", "sad"]);

        Assert.That(rows.Classes, Is.EqualTo(new[] { "Zen", "calm", "sad" }));
        Assert.That(rows.TrainingTargets, Is.EqualTo(new long[] { 2, 0, 2 }));
        Assert.That(rows.TestTargets, Is.EqualTo(new long[] { 1, 2 }));
    }

    [Test]
    public void Neither_no_label_nor_an_empty_one_is_a_class()
    {
        var rows = Rows(["sad", null, "", "calm"], ["", "sad", null]);

        Assert.That(rows.TrainingIds, Is.EqualTo(new[] { "a0", "a3" }));
        Assert.That(rows.TestIds, Is.EqualTo(new[] { "b1" }));
        Assert.That(rows.Classes, Is.EqualTo(new[] { "calm", "sad" }));
    }

    [TestCase("b a a b c", "a")]
    [TestCase("c a c b", "c")]
    public void The_majority_is_the_most_frequent_class_and_of_equally_frequent_ones_the_first(string training, string expected)
    {
        var rows = Rows(Split(training), ["a"]);

        Assert.That(rows.Classes[(int)rows.MajorityTarget], Is.EqualTo(expected));
    }

    [Test]
    public void The_majority_of_a_multi_label_task_are_the_classes_that_more_than_half_of_the_training_recordings_show()
    {
        // happy in 3 of 4, sad in exactly 2, fear in 1.
        var rows = Rows(["happy;sad", "happy", "happy;fear", "sad"], ["happy", "happy;sad", "-", "happy"], TaskKind.MultiLabel);

        Assert.That(rows.Space.Format(rows.MajorityTarget), Is.EqualTo("happy"));
        Assert.That(rows.MajorityAccuracy, Is.EqualTo(0.5), "the whole set must be right");
    }

    [Test]
    public void Where_no_class_is_that_frequent_the_majority_is_none_of_them()
    {
        var rows = Rows(["happy", "sad", "-"], ["-", "happy"], TaskKind.MultiLabel);

        Assert.That(rows.MajorityTarget, Is.Zero);
        Assert.That(rows.MajorityAccuracy, Is.EqualTo(0.5));
    }

    [TestCase("calm sad", "", "2 training and 0 test recordings in 2 classes", "at least two classes")]
    [TestCase("", "calm sad", "0 training and 2 test recordings in 2 classes", "at least two classes")]
    [TestCase("calm calm", "calm", "2 training and 1 test recordings in 1 classes", "at least two classes")]
    public void A_label_that_nothing_can_be_learned_from_is_refused_with_its_counts(
        string training, string test, string counts, string needed) => Assert.That(
        () => Rows(Split(training), Split(test)).Check("emotion"),
        Throws.InstanceOf<MpucException>().With.Message.Contains($"The label 'emotion' gives {counts}").And.Message.Contains(needed));

    [Test]
    public void One_class_is_enough_where_recordings_may_show_none_of_them()
    {
        var rows = Rows(["happy", "-"], ["-"], TaskKind.MultiLabel);

        Assert.That(() => rows.Check("emotion"), Throws.Nothing);
        Assert.That(() => rows.CheckTraining("emotion"), Throws.Nothing);
    }

    [Test]
    public void A_classifier_alone_needs_no_test_recordings() =>
        Assert.That(() => Rows(["calm", "sad"], []).CheckTraining("emotion"), Throws.Nothing);

    [TestCase("", "0 training recordings in 0 classes")]
    [TestCase("calm calm", "2 training recordings in 1 classes")]
    public void A_classifier_of_fewer_than_two_classes_is_refused_with_its_counts(string training, string counts) => Assert.That(
        () => Rows(Split(training), []).CheckTraining("emotion"),
        Throws.InstanceOf<MpucException>().With.Message.Contains($"The label 'emotion' gives {counts}").And.Message.Contains("at least 2"));

    private static string[] Split(string labels) => labels.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static LabelledRows Rows(string?[] training, string?[] test, TaskKind kind = TaskKind.SingleLabel) => new(
        training.Select((label, i) => TestDatasets.Recording($"a{i}", emotion: label)),
        test.Select((label, i) => TestDatasets.Recording($"b{i}", emotion: label)),
        recording => recording.Labels.GetValueOrDefault("emotion"),
        kind);
}
